import type { Plan } from './measure';
import type { BenchOptions } from './options';

const full: Plan = {
  seed: 'tahaluf',
  rounds: 7,
  budgetSeconds: 25 * 60,
  seconds: 2,
  warmUpSeconds: 4,
  requests: 200,
  wakeUpRequests: 60,
  comparedRequests: 100,
  concurrency: 8,
};
const quick: Plan = {
  ...full,
  rounds: 3,
  budgetSeconds: 110,
  seconds: 0.25,
  warmUpSeconds: 0.5,
  requests: 24,
  wakeUpRequests: 8,
  comparedRequests: 8,
};

export const planOf = ({ quick: isQuick, rounds, seconds }: BenchOptions): Plan => ({
  ...(isQuick ? quick : full),
  ...(rounds && { rounds }),
  ...(seconds && { seconds }),
});
