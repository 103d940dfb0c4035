import { clientNetwork } from '../../gateway/http/client-network';
import { defaultLimits } from '../../gateway/limits/limits';
import { type Payer, payersOf } from '../../gateway/limits/payers';
import { defaultRates } from '../../gateway/limits/rates';
import { createSpending, type Spending } from '../../gateway/limits/spending';
import { HubError } from '../../shared/errors';
import { recordingLogger } from '../integration/gateway-testkit';
import { viewerOf } from '../testkit/claims';

const rates = { address: 100, person: 200, organization: 300, key: 150 };
const person: Payer = { kind: 'person', id: 'per_1' };
const colleague: Payer = { kind: 'person', id: 'per_2' };
const organization: Payer = { kind: 'organization', id: 'org_1' };

let spending: Spending;
let lines: Record<string, unknown>[];
beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
  const recording = recordingLogger();
  lines = recording.lines;
  spending = createSpending({ rates, logger: recording.logger });
});
afterEach(async () => {
  await spending.close();
  jest.useRealTimers();
});

const refusal = async (spent: Promise<unknown>) => {
  const error = await spent.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return (
    error instanceof HubError && { code: error.code, retryAfter: error.retryAfter, detail: error.detail }
  );
};

describe('a minute', () => {
  it('allows what its rate says, and then refuses until it is over', async () => {
    expect(await spending.spend([person], 150)).toEqual({ remaining: 50, resetsAt: Date.now() + 60_000 });
    jest.advanceTimersByTime(20_000);
    expect(await spending.spend([person], 50)).toEqual({ remaining: 0, resetsAt: Date.now() + 40_000 });
    expect(await refusal(spending.spend([person], 1))).toEqual({
      code: 'RATE_LIMITED',
      retryAfter: 40,
      detail: 'A cost of 200 in 60 s per person.',
    });
    jest.advanceTimersByTime(39_500);
    expect(() => spending.refuseSpent([person])).toThrow(expect.objectContaining({ retryAfter: 1 }));
    jest.advanceTimersByTime(600);
    expect(() => spending.refuseSpent([person])).not.toThrow();
    expect(await spending.spend([person], 200)).toMatchObject({ remaining: 0 });
  });

  it('is known to be spent without asking for more, and said once in the log', async () => {
    expect(() => spending.refuseSpent([person])).not.toThrow();
    for (let n = 0; n < 5; n += 1) await refusal(spending.spend([person], 201));
    expect(() => spending.refuseSpent([organization, person])).toThrow(HubError);
    expect(() => spending.refuseSpent([organization, colleague])).not.toThrow();
    expect(lines.map(({ payer, id }) => [payer, id])).toEqual([['person', 'per_1']]);
  });

  it('of an organisation is shared by its people', async () => {
    await spending.spend([person, organization], 200);
    expect(await spending.spend([colleague, organization], 90)).toMatchObject({ remaining: 10 });
    expect(await refusal(spending.spend([colleague, organization], 20))).toMatchObject({
      detail: 'A cost of 300 in 60 s per organization.',
    });
  });

  it('of one payer is nothing to others', async () => {
    await refusal(spending.spend([person], 1_000));
    expect(await spending.spend([colleague], 10)).toMatchObject({ remaining: 190 });
    expect(await spending.spend([{ kind: 'key', id: 'per_1' }], 10)).toMatchObject({ remaining: 140 });
  });

  it('cannot be overspent by asking at the same time', async () => {
    const spent = await Promise.all(Array.from({ length: 100 }, () => refusal(spending.spend([person], 10))));
    expect(spent.filter((refused) => refused === false)).toHaveLength(20);
  });

  it('allows the dearest operation at least three times', () => {
    for (const rate of Object.values(defaultRates))
      expect(rate).toBeGreaterThanOrEqual(3 * defaultLimits.cost);
  });
});

describe('a request is on the account of', () => {
  const member = { personId: 'per_1', organizationId: 'org_1' };
  const ids = (...[viewer, address]: Parameters<typeof payersOf>) =>
    payersOf(viewer, address).map(({ kind, id }) => `${kind} ${id}`);

  it.each([
    ['the address of who is not signed in', viewerOf(), ['address 192.0.2.1']],
    ['person and organisation', viewerOf(member), ['person per_1', 'organization org_1']],
    ['a person who serves none', viewerOf({ personId: 'per_1' }), ['person per_1']],
    [
      'key and organisation, not of the person who granted the key',
      viewerOf({ ...member, tool: { keyId: 'key_1', scopes: [] } }),
      ['key key_1', 'organization org_1'],
    ],
  ])('%s', (_, viewer, payers) => {
    expect(ids(viewer, '192.0.2.1')).toEqual(payers);
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::ffff:c000:201', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the network of %s is %s', (address, network) => {
  expect(clientNetwork(address)).toBe(network);
});
