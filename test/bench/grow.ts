import type { Client } from 'pg';

interface Copied {
  readonly table: string;
  /** What differs from the row that is copied: `s` is that row, `n` the number of the copy. */
  readonly changed: Readonly<Record<string, string>>;
}

const copyOf = (id: string) => `split_part(${id}, '_', 1) || '_0' || substr(md5(${id} || ':' || n), 1, 25)`;
const id = { id: copyOf('s.id') };
const ofParent = { subject_id: copyOf('s.subject_id') };
const inCampaign = { ...ofParent, campaign_id: copyOf('s.campaign_id') };
/** A number of its own in front of a name, so that copies of one row do not stand together in lists. */
const named = (column: string) => {
  const mixed = (language: string) =>
    `'${language}', substr(md5(s.id || ':' || n), 20, 6) || ' ' || (s.${column} ->> '${language}')`;
  return { [column]: `s.${column} || jsonb_build_object(${mixed('ar')}, ${mixed('en')})` };
};
const record = (column: string) => ({ ...id, slug: "s.slug || '-' || n", ...named(column) });
const someDay = `date '1990-01-01' + (('x' || substr(md5(s.id || ':' || n), 1, 6))::bit(24)::int % 20000)`;

const copied: readonly Copied[] = [
  { table: 'campaigns.campaign', changed: record('title') },
  { table: 'campaigns.activity', changed: { ...id, ...ofParent } },
  { table: 'campaigns.result', changed: { ...id, ...ofParent } },
  { table: 'campaigns.campaign_credit', changed: ofParent },
  {
    table: 'events.event',
    changed: {
      ...record('title'),
      start_date: someDay,
      end_date: `case when s.end_date is not null then ${someDay} end`,
    },
  },
  { table: 'events.campaign_link', changed: inCampaign },
  { table: 'legal.service', changed: record('name') },
  { table: 'legal.campaign_link', changed: inCampaign },
];

/** Rows of these together make the number that is asked for, on average. */
const main = ['campaigns.campaign', 'events.event', 'legal.service'];

/**
 * Copies the seed rows, each with all that belongs to it, until campaigns, events and services have about so many rows
 * each. Every organisation has its share; a campaign has as many activities, events and services as before.
 */
export async function growTo(client: Client, rows: number): Promise<void> {
  const { rows: counts } = await client.query<{ all: number }>(
    `select ${main.map((table) => `(select count(*) from ${table})`).join(' + ')} as all`,
  );
  const copies = Math.round((rows * main.length) / Number(counts[0]!.all)) - 1;
  // Foreign keys and logs are triggers; copies of good rows need neither.
  await client.query('set session_replication_role = replica');
  for (const { table, changed } of copied) {
    const columns = await insertedColumns(client, table);
    const values = columns.map((name) => changed[name] ?? `s.${name}`);
    await client.query(
      `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table} s, generate_series(1, ${copies}) n`,
    );
  }
  await client.query('reset session_replication_role');
  await client.query('vacuum analyze');
}

async function insertedColumns(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}
