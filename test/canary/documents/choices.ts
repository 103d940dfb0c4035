/**
 * Choices read from a list of numbers: the same list makes the same document, and a shorter one with smaller numbers a
 * simpler one, so that fast-check shrinks documents by shrinking numbers. When the list ends every choice is the first.
 */
export class Choices {
  private place = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** A number below `count`. */
  below(count: number): number {
    return count <= 1 ? 0 : (this.numbers[this.place++] ?? 0) % count;
  }

  of<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }

  /** True once in so many times; never when the list has ended. */
  oneIn(times: number): boolean {
    return this.below(times) === times - 1;
  }
}
