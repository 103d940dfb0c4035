import pino from 'pino';
import { eraseWhatIsOver, erasingEvery } from '../../shared/subgraph/retention';

const told: unknown[] = [];
const logger = pino({ base: null, timestamp: false }, { write: (line) => told.push(JSON.parse(line)) });
const query = jest.fn<Promise<never>, [string]>();
const pool = { query } as unknown as Parameters<typeof eraseWhatIsOver>[1];

beforeEach(() => {
  jest.useFakeTimers();
  query.mockReset().mockResolvedValue(undefined as never);
  told.length = 0;
});
afterEach(() => jest.useRealTimers());

test('what is over is erased again and again, until the subgraph stops', () => {
  const stop = eraseWhatIsOver('x.erase()', pool, logger);
  jest.advanceTimersByTime(2 * erasingEvery);
  expect(query.mock.calls).toEqual([['select from x.erase()'], ['select from x.erase()']]);
  stop();
  jest.advanceTimersByTime(2 * erasingEvery);
  expect(query).toHaveBeenCalledTimes(2);
});

test('a database that is away is asked again, and only the code of the fault is told', async () => {
  query.mockRejectedValueOnce(Object.assign(new Error('password of somebody'), { code: '57P01' }));
  const stop = eraseWhatIsOver('x.erase()', pool, logger);
  await jest.advanceTimersByTimeAsync(2 * erasingEvery);
  stop();
  expect(query).toHaveBeenCalledTimes(2);
  expect(told).toEqual([
    { level: 50, code: '57P01', msg: 'what is over could not be erased; tried again later' },
  ]);
});

test('a subgraph that keeps everything erases nothing', () => {
  eraseWhatIsOver(undefined, pool, logger)();
  jest.advanceTimersByTime(erasingEvery);
  expect(query).not.toHaveBeenCalled();
});
