import { erasingEvery } from '../../shared/subgraph/retention';
import { hubOfItsOwn } from '../testkit/own-hub';
import { lead, mima, petitionsOf } from '../testkit/petition';

describe('what may be kept no longer', () => {
  // Before the hub starts: its clocks that come again and again go by this one.
  beforeAll(() => {
    const real = ['Date', 'setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'hrtime'] as const;
    const others = ['nextTick', 'performance', 'queueMicrotask'] as const;
    jest.useFakeTimers({ doNotFake: [...real, ...others] });
  });
  afterAll(() => jest.useRealTimers());
  const { hub, administrator } = hubOfItsOwn('local');
  const { change, open, close, sign } = petitionsOf(hub);

  it('is erased while nobody asks for anything', async () => {
    const petition = await open();
    await sign(petition, 'amal@example.org', { contactBy: [mima], consentVersion: '1' });
    const link = await sign(petition, 'noor@example.org');
    await close(petition);
    await change('public', 'signatureWithdraw', { link }, 'signing { name }');
    const kept = () =>
      administrator<{ contacts: number; signings: number; knows: boolean }>(
        `select (select count(*)::int from campaigns.signature) as contacts,
           (select count(*)::int from campaigns.signing) as signings, contact_key is not null as knows
         from campaigns.action_call where id = $1`,
        [petition],
      );
    jest.advanceTimersByTime(erasingEvery);
    await hub.ask('{ __typename }', { as: lead });
    expect(await kept()).toEqual([{ contacts: 1, signings: 2, knows: true }]);
    await administrator(`update campaigns.signing set withdrawn_at = withdrawn_at - interval '1 day'`);
    await administrator(
      `alter table campaigns.action_call disable trigger user; update campaigns.action_call set contacts_until = current_date - 1; alter table campaigns.action_call enable trigger user`,
    );
    jest.advanceTimersByTime(erasingEvery);
    for (let tries = 0; (await kept())[0]!.knows && tries < 100; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await kept()).toEqual([{ contacts: 0, signings: 1, knows: false }]);
  });
});
