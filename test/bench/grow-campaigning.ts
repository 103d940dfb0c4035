import type { Client } from 'pg';
import { seedId } from '../../shared/schema/type-id';

const lead = seedId('Organization', 'mima');
const coalition = seedId('Organization', 'nair');
const bringers = [lead, seedId('Organization', 'bicf'), seedId('Organization', 'iom')];

const madeUp = (prefix: string, key: string) => `'${prefix}_0' || substr(md5('${prefix}' || ${key}), 1, 25)`;
const inBoth = (text: string) => `jsonb_build_object('ar', ${text}, 'en', ${text})`;
const owned = (organization: string, level: string) => `'${organization}', '${level}'`;
/** As even as a die, and the same whenever it is asked. */
const die = (key: string, sides: number) =>
  `(('x' || substr(md5('die' || ${key}), 1, 6))::bit(24)::int % ${sides})`;

interface Heap {
  readonly what: string;
  /** Of each so many for one bill. */
  readonly perBill: number;
  /** Makes the rows from number `$1` to `$2`. */
  readonly insert: string;
}

const numbers = 'generate_series($1::int, $2::int) n';
const calls = 10;
/** A person's signature; every tenth signs through two organisations. */
const person = `case when n % 10 = 0 then n - 1 else n end`;
const ownCampaign = `(select c.ids[1 + n % cardinality(c.ids)] from (
  select array_agg(id order by id) as ids from campaigns.campaign where organization_id = '${lead}') c)`;

const heaps: readonly Heap[] = [
  {
    what: 'bills',
    perBill: 1,
    insert: `insert into campaigns.bill (organization_id, sharing_level, id, jurisdiction_id, legislative_session, identifier, title)
select ${owned(coalition, 'PUBLIC')}, ${madeUp('bil', 'n')}, ${madeUp('jur', 'n % 5')}, '2026', 'HB ' || n, ${inBoth(`'Bill ' || n`)} from ${numbers}`,
  },
  {
    // Three each, the last of which lies within the next four weeks for one bill in five.
    what: 'bill actions',
    perBill: 3,
    insert: `insert into campaigns.bill_action (organization_id, sharing_level, subject_id, position, date, organization_name, description)
select ${owned(coalition, 'PUBLIC')}, ${madeUp('bil', '((n + 2) / 3)')}, n % 3,
  case when n % 15 = 0 then current_date + ${die('n', 28)} else current_date - 1 - ${die('n', 700)} end,
  'House', ${inBoth(`'Read'`)} from ${numbers}`,
  },
  {
    what: 'positions',
    perBill: 0.5,
    insert: `insert into campaigns.bill_position (organization_id, sharing_level, id, bill_id, stance, reason)
select ${owned(lead, 'COALITION_SUMMARY')}, ${madeUp('pos', 'n')}, ${madeUp('bil', '(2 * n)')}, 'SUPPORT', ${inBoth(`'Fair'`)} from ${numbers}`,
  },
  {
    what: 'tasks',
    perBill: 1,
    insert: `insert into campaigns.campaign_task (organization_id, sharing_level, id, campaign_id, campaign_level, title, owner_organization_id, due_on)
select ${owned(lead, 'PRIVATE')}, ${madeUp('tsk', 'n')}, c.id, c.sharing_level, ${inBoth(`'Task ' || n`)}, '${lead}',
  current_date - 350 + ${die('n', 700)} from ${numbers}, campaigns.campaign c where c.id = ${ownCampaign}`,
  },
  {
    what: 'indicators',
    perBill: 0.1,
    insert: `insert into campaigns.indicator (organization_id, sharing_level, subject_id, id, position, title, measure, unit, ascending, aggregable, sources)
select c.organization_id, c.sharing_level, c.id, ${madeUp('ind', 'n')}, 100 + n, ${inBoth(`'People ' || n`)}, 'UNIT', 'people', true, false, '[]'
from ${numbers}, campaigns.campaign c where c.id = ${ownCampaign}`,
  },
  {
    // Over since yesterday; every fourth fell short.
    what: 'periods of indicators',
    perBill: 0.1,
    insert: `insert into campaigns.indicator_period (organization_id, sharing_level, subject_id, id, position, starts_on, ends_on, target_value, actual_value)
select i.organization_id, i.sharing_level, i.id, ${madeUp('ipd', 'n')}, 0, current_date - 365, current_date - 1, 100, case when n % 4 = 0 then 50 else 120 end
from ${numbers}, campaigns.indicator i where i.id = ${madeUp('ind', 'n')}`,
  },
  {
    what: 'signatures',
    perBill: 10,
    insert: `insert into campaigns.signing (organization_id, sharing_level, id, lead_id, call_id, person_key, link_key, signed_at)
select (array['${bringers.join(`', '`)}'])[1 + n % 3], 'AGGREGATE_ONLY', ${madeUp('sng', 'n')}, '${lead}', ${madeUp('acl', `((${person}) % ${calls})`)},
  md5('person' || (${person})), md5('link' || n), now() - ${die('n', 365)} * interval '1 day' from ${numbers}`,
  },
];

/** What the heaps hang on. */
const frame = [
  `insert into campaigns.jurisdiction (organization_id, sharing_level, id, ocd_id, name, classification)
select ${owned(coalition, 'PUBLIC')}, ${madeUp('jur', 'n')}, 'ocd-jurisdiction/made-up/' || n, ${inBoth(`'State ' || n`)}, 'state' from generate_series(0, 4) n`,
  `insert into campaigns.action_call (organization_id, sharing_level, id, kind, state, title, text, contact_key)
select ${owned(lead, 'PUBLIC')}, ${madeUp('acl', 'n')}, 'PETITION', 'OPEN', ${inBoth(`'Petition ' || n`)}, ${inBoth(`'Open doors'`)}, 'key ' || n
from generate_series(0, ${calls - 1}) n`,
  ...bringers.map(
    (
      organization,
      n,
    ) => `insert into members.org_policy (organization_id, id, version, state, in_aggregates, proposed_by)
values ('${organization}', 'opv_bench_${n}', 1, 'IN_FORCE', true, 'per_bench')`,
  ),
  ...bringers.slice(1).map(
    (
      organization,
      n,
    ) => `insert into campaigns.action_call_sponsor (organization_id, sharing_level, subject_id, position, sponsor_id)
select c.organization_id, c.sharing_level, c.id, ${n + 1}, '${organization}' from campaigns.action_call c where c.contact_key like 'key %'`,
  ),
];

const batch = 5_000;

/** So many bills, and ten times as many signatures of petitions, with what coordinators look at every morning. */
export async function growCampaigning(
  client: Client,
  bills: number,
  say: (line: string) => void,
): Promise<void> {
  // Foreign keys and logs are triggers; good rows need neither.
  await client.query('set session_replication_role = replica');
  for (const text of frame) await client.query(text);
  for (const { what, perBill, insert } of heaps) {
    const all = Math.round(bills * perBill);
    for (let first = 1; first <= all; first += batch) {
      const last = Math.min(all, first + batch - 1);
      await client.query(insert, [first, last]);
      if (all > batch) say(`${what}: ${last} of ${all}`);
    }
  }
  await client.query('reset session_replication_role');
  await client.query('vacuum analyze');
}
