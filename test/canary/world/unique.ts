/** Hands out numbers and days that occur once in the world. */
export class Unique {
  private numbers = 700_000_000;
  private days = 0;

  number(): number {
    return ++this.numbers;
  }

  day(): string {
    const day = new Date(Date.UTC(1200, 0, 1) + ++this.days * 86_400_000).toISOString().slice(0, 10);
    // Where a year begins and ends, an answer may say by itself.
    return /-(12-31|01-01)$/.test(day) ? this.day() : day;
  }

  moment(): string {
    return new Date(Date.UTC(2001, 0, 1) + ++this.days * 86_400_000).toISOString();
  }
}
