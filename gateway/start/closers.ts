type Close = () => unknown;

/** What was opened, to be closed in reverse: a start that fails half-way leaves nothing behind. */
export class Closers {
  private readonly opened: { name: string; close: Close }[] = [];
  private closing: Promise<void> | undefined;

  constructor(private readonly onFailure: (name: string, error: unknown) => void) {}

  add(name: string, close: Close): void {
    this.opened.push({ name, close });
  }

  /** Should be called once; called again it waits for the first. One that fails does not keep the others open. */
  close(): Promise<void> {
    this.closing ??= this.closeAll();
    return this.closing;
  }

  private async closeAll(): Promise<void> {
    for (let next = this.opened.pop(); next; next = this.opened.pop()) {
      try {
        await next.close();
      } catch (error) {
        this.onFailure(next.name, error);
      }
    }
  }
}
