import * as fc from 'fast-check';
import sql from 'sql-template-tag';
import { coalitionId } from '../../shared/coalition';
import { billStatus, type StatusAction } from '../../subgraphs/campaigns/bill/bill-status';
import { billStatusSql } from '../../subgraphs/campaigns/bill/bill-status.sql';
import { asAdministrator, ownDatabase } from '../testkit/database';

const codes = [
  ...[
    'became-law',
    'executive-signature',
    'executive-veto',
    'executive-veto-line-item',
    'veto-override-passage',
  ],
  ...['failure', 'withdrawal', 'passage', 'enrolled', 'executive-receipt', 'referral-committee'],
  ...['committee-failure', 'introduction', 'reading-1', 'amendment-passage', 'veto-override-failure'],
];
const day = '2026-03-15';
const actions = fc
  .array(
    fc.record({
      date: fc.constantFrom('2026-03-13', '2026-03-14', day, '2026-03-16'),
      organizationKind: fc.constantFrom('upper', 'lower', 'legislature', 'committee', null),
      classification: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 }),
    }),
    { maxLength: 7 },
  )
  .map((all) => all.map((one, position): StatusAction => ({ ...one, position })));

/** The life of a bill told from its beginning, step by step. */
function told(story: readonly StatusAction[]): string {
  let status = 'NO_ACTION';
  let decided = false;
  const passed = new Set<string | null>();
  const overridden = new Set<string | null>();
  const both = (by: Set<string | null>) => by.has('legislature') || (by.has('upper') && by.has('lower'));
  for (const date of [...new Set(story.map((action) => action.date))].sort()) {
    if (date > day) break;
    for (const { classification, organizationKind } of story.filter((action) => action.date === date)) {
      const has = (code: string) => classification.includes(code);
      if (has('passage')) passed.add(organizationKind);
      if (has('veto-override-passage')) overridden.add(organizationKind);
      const next =
        has('became-law') || has('executive-signature') || has('executive-veto-line-item')
          ? 'LAW'
          : has('executive-veto')
            ? 'VETOED'
            : has('veto-override-passage')
              ? both(overridden)
                ? 'LAW'
                : 'VETOED'
              : has('failure')
                ? 'FAILED'
                : has('withdrawal')
                  ? 'WITHDRAWN'
                  : has('passage')
                    ? both(passed)
                      ? 'PASSED_BOTH_CHAMBERS'
                      : 'PASSED_ONE_CHAMBER'
                    : has('enrolled') || has('executive-receipt')
                      ? 'PASSED_BOTH_CHAMBERS'
                      : null;
      if (next) {
        status = next;
        decided = true;
      } else if (!decided) {
        if (status === 'NO_ACTION') status = 'INTRODUCED';
        if (has('referral-committee') || has('committee-failure')) status = 'IN_COMMITTEE';
      }
    }
  }
  return status;
}

it('the status of a bill is what its story comes to', () => {
  fc.assert(
    fc.property(actions, (story) => expect(billStatus(story, day)).toBe(told(story))),
    { numRuns: 2_000 },
  );
});

it('the order in which actions are read does not matter', () => {
  fc.assert(
    fc.property(actions, (story) =>
      expect(billStatus([...story].reverse(), day)).toBe(billStatus(story, day)),
    ),
  );
});

describe('in the database', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  beforeAll(async () => {
    database = await ownDatabase();
  });
  afterAll(() => database.drop());

  it('the same is derived where lists are narrowed by it', async () => {
    const stories = fc.sample(actions, 400);
    await asAdministrator(
      `insert into campaigns.jurisdiction (organization_id, id, sharing_level, ocd_id, name, classification)
         values ($1, 'jur', 'PUBLIC', 'jur', '{}', 'state')`,
      [coalitionId],
      database.url,
    );
    await asAdministrator(
      `insert into campaigns.bill (organization_id, id, sharing_level, jurisdiction_id, legislative_session, identifier, title)
         select $1, n::text, 'PUBLIC', 'jur', '', n::text, '{}' from generate_series(0, $2) n`,
      [coalitionId, stories.length - 1],
      database.url,
    );
    await asAdministrator(
      `insert into campaigns.bill_action (organization_id, sharing_level, subject_id, position, date, organization_name, organization_kind, description, classification)
         select $1, 'PUBLIC', bill, position, date, '', "organizationKind", '{}', classification
         from jsonb_to_recordset($2) as a(bill text, position int, date date, "organizationKind" text, classification text[])`,
      [
        coalitionId,
        JSON.stringify(
          stories.flatMap((story, bill) => story.map((action) => ({ ...action, bill: `${bill}` }))),
        ),
      ],
      database.url,
    );
    const { text, values } =
      sql`select ${billStatusSql(day)} as status from campaigns.bill t order by t.id::int`;
    const rows = await asAdministrator<{ status: string }>(text, values as unknown[], database.url);
    const expected = stories.map((story) => billStatus(story, day));
    expect(rows.map(({ status }) => status)).toEqual(expected);
    expect(new Set(expected).size).toBe(9);
  });
});
