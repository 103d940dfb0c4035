/**
 * Remembers each request for as long as its signature is good, so that one that was overheard cannot be shown again:
 * a mutation would happen twice, and a viewer who has lost their rights since would still be served.
 *
 * Nothing is ever dropped early for want of room. Only who holds the key gets something in here, and the gateway sends
 * no more in a few minutes than a subgraph can answer.
 */
export class SeenRequests {
  /** By the span of time in which they were signed; a span is forgotten as a whole. */
  private readonly spans = new Map<number, Set<string>>();

  /** @param maximumAge milliseconds after which a signed request is refused for its age, and before which for its youth */
  constructor(private readonly maximumAge: number) {}

  /** False when the same request was asked about before. */
  isFirst(nonce: string, signedAt: number): boolean {
    this.forgetExpired();
    const span = this.spanOf(signedAt);
    const seen = this.spans.get(span);
    if (seen?.has(nonce)) return false;
    if (seen) seen.add(nonce);
    else this.spans.set(span, new Set([nonce]));
    return true;
  }

  private forgetExpired(): void {
    const oldest = this.spanOf(Date.now() - this.maximumAge);
    for (const span of this.spans.keys()) if (span < oldest) this.spans.delete(span);
  }

  private spanOf(time: number): number {
    return Math.floor(time / this.maximumAge);
  }
}
