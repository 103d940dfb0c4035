import { coalitionId } from '../../../shared/coalition';
import { type Asker, transports } from '../../testkit/hub';
import { companion, passage, welcomeAct } from '../../testkit/open-states-bills';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { mutationText } from '../../testkit/schema-arguments';

/** A day apart at every moment. */
const [west, east] = ['Pacific/Pago_Pago', 'Pacific/Kiritimati'] as const;
const dayIn = (timeZone: string) => new Date().toLocaleDateString('sv', { timeZone });
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  beforeAll(() => database.mark());
  afterEach(() => database.rewind());

  async function importBills(...bills: object[]): Promise<void> {
    const { data } = await hub.ask(mutationText('billsImport', 'failures { index }'), {
      as: 'nair:COALITION_STAFF',
      variables: {
        input: { bills: bills.map((bill) => JSON.stringify(bill)), asOf: '2026-02-11T08:00:00Z' },
      },
    });
    expect(data.billsImport.failures).toEqual([]);
  }
  const idOf = async (identifier: string): Promise<string> => {
    const [row] = await administrator<{ id: string }>('select id from campaigns.bill where identifier = $1', [
      identifier,
    ]);
    return row!.id;
  };

  describe('the morning list', () => {
    const awaiting = async (given: string, as: Asker = 'nair:COALITION_STAFF') => {
      const { data, errors } = await hub.ask(
        `{ billsAwaitingPosition(${given}) { totalCount nodes { identifier nextAction(timeZone: "${east}") { date } } } }`,
        { as },
      );
      if (errors) return errors.map(({ extensions }) => extensions.code);
      return data.billsAwaitingPosition.nodes.map(({ identifier }: { identifier: string }) => identifier);
    };

    it('has bills with a hearing ahead and no position, by the day that it is where one asks', async () => {
      const later = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
      await importBills(
        welcomeAct(),
        companion(later),
        companion(dayIn(west), { id: 'ocd-bill/today', identifier: 'HB 35' }),
      );
      expect(await awaiting(`timeZone: "${west}"`)).toEqual(['HB 35', 'HB 34']);
      expect(await awaiting(`timeZone: "${east}"`)).toEqual(['HB 34']);
      expect(await awaiting(`timeZone: "${west}", days: 2`)).toEqual(['HB 35']);
      const { data } = await hub.ask(mutationText('billPositionTake', 'userErrors { code }'), {
        as: 'bicf:CAMPAIGNER',
        variables: {
          input: {
            bill: await idOf('HB 34'),
            stance: 'SUPPORT',
            reason: [{ language: 'en', value: 'Fair.' }],
          },
        },
      });
      expect(data.billPositionTake.userErrors).toEqual([]);
      expect(await awaiting(`timeZone: "${west}"`, 'bicf:VIEWER')).toEqual(['HB 35']);
      expect(await awaiting(`timeZone: "${west}"`, 'mima:VIEWER')).toEqual(['HB 35', 'HB 34']);
      const paged = await hub.ask(
        `{ billsAwaitingPosition(timeZone: "${west}", first: 1) { pageInfo { endCursor } nodes { identifier } } }`,
        { as: 'mima:VIEWER' },
      );
      const { endCursor } = paged.data.billsAwaitingPosition.pageInfo;
      expect(await awaiting(`timeZone: "${west}", after: "${endCursor}"`, 'mima:VIEWER')).toEqual(['HB 34']);
    });

    it('refuses zones and spans that are none', async () => {
      expect(await awaiting('timeZone: "Middle/Earth"')).toEqual(['INVALID_ARGUMENT']);
      expect(await awaiting('timeZone: "UTC", days: 0')).toEqual(['INVALID_ARGUMENT']);
      expect(await awaiting('timeZone: "UTC", days: 367')).toEqual(['INVALID_ARGUMENT']);
    });
  });

  describe('the scorecard', () => {
    const scorecards = async (as: Asker) => {
      const { data, errors } = await hub.ask(
        `{ legislators { nodes { name scorecard { agreed disagreed notCast
            votes { date bill { identifier } option { code } stance { code } agreement { code } } } } } }`,
        { as },
      );
      expect(errors).toBeUndefined();
      return Object.fromEntries(
        data.legislators.nodes.map(({ name, scorecard }: { name: string; scorecard: object }) => [
          name,
          scorecard,
        ]),
      );
    };
    const stand = (bill: string, version: number, stance: string, from: string, to: string | null) =>
      administrator(
        `insert into campaigns.bill_position (organization_id, id, sharing_level, bill_id, version, stance, reason, taken_on, replaced_on)
           values ($1, 'pos_' || $2 || $3::int, 'COALITION_SUMMARY', $2, $3, $4, '{"en": "x"}', $5, $6)`,
        [coalitionId, bill, version, stance, from, to],
      );

    it('sets recorded votes against the position in force on the day of the vote', async () => {
      await importBills(
        welcomeAct({
          votes: [
            passage('2026-02-01', { 'Ada Brook': 'yes', 'Omar Field': 'yes' }),
            passage('2026-02-10', { 'Ada Brook': 'yes', 'Omar Field': 'no', 'Lina Hill': 'absent' }),
            passage('2026-02-12', { 'Ada Brook': 'yes', 'Omar Field': 'no' }),
            passage('2026-02-20', { 'Ada Brook': 'yes', 'Omar Field': 'yes' }),
            passage('2026-02-11', { 'Omar Field': 'yes' }, { motion_classification: ['amendment-passage'] }),
          ],
        }),
      );
      const bill = await idOf('SB 12');
      // No sides before the 5th; for it until the 12th, from which day on against it; none again from the 15th on.
      await stand(bill, 1, 'SUPPORT', '2026-02-05', '2026-02-12');
      await stand(bill, 2, 'OPPOSE', '2026-02-12', '2026-02-15');
      await stand(bill, 3, 'MONITOR', '2026-02-15', null);
      const cards = await scorecards('mima:VIEWER');
      expect(cards['Ada Brook']).toMatchObject({ agreed: 1, disagreed: 1, notCast: 0 });
      expect(cards['Omar Field']).toEqual({
        agreed: 1,
        disagreed: 1,
        notCast: 0,
        votes: [
          {
            date: '2026-02-12',
            bill: { identifier: 'SB 12' },
            option: { code: 'no' },
            stance: { code: 'OPPOSE' },
            agreement: { code: 'AGREED' },
          },
          {
            date: '2026-02-10',
            bill: { identifier: 'SB 12' },
            option: { code: 'no' },
            stance: { code: 'SUPPORT' },
            agreement: { code: 'DISAGREED' },
          },
        ],
      });
      expect(cards['Lina Hill']).toMatchObject({ agreed: 0, disagreed: 0, notCast: 1 });
      // Outside of the coalition nobody learns from a score what it thinks.
      expect(await scorecards('public')).toMatchObject({
        'Ada Brook': { agreed: 0, disagreed: 0, notCast: 0, votes: [] },
      });
    });
  });
});
