import type { Payer } from './payers';
import type { Allowance, Spending } from './spending';

/** What one request may still spend, and what it has come to. */
export class RequestBudget {
  private spent = 0;
  private left: Allowance | undefined;

  constructor(
    private readonly spending: Pick<Spending, 'refuseSpent' | 'spend'>,
    private readonly payers: readonly Payer[],
  ) {}

  /** Cost put on the accounts so far. */
  get requested(): number {
    return this.spent;
  }

  /** What is left afterwards; undefined before anything was spent. */
  get allowance(): Allowance | undefined {
    return this.left;
  }

  /** @throws HubError RATE_LIMITED when a payer is known to have spent the minute */
  refuseSpent(): void {
    this.spending.refuseSpent(this.payers);
  }

  /** @throws HubError RATE_LIMITED */
  async spend(cost: number): Promise<void> {
    this.spent += cost;
    this.left = await this.spending.spend(this.payers, cost);
  }
}
