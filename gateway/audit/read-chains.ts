import { Client } from 'pg';
import { type Break, ChainWalk, type Head, type Link } from '../../shared/audit/chain';
import { migratorRole, roleUrl } from '../../shared/database/roles';

/** Where a chain is, and which organisation it is about. */
export interface ChainName {
  readonly subgraph: string;
  readonly organization: string;
}

export interface ChainHead extends ChainName, Head {}

export interface BrokenChain extends ChainName, Break {}

export interface Chains {
  /** Where every chain ends at this moment. */
  heads(): Promise<ChainHead[]>;
  /**
   * Walks every chain, or those of one organisation, from the first row to the last.
   * @param signed heads that the chains must still contain
   */
  verify(options: { organization?: string; signed?: readonly ChainHead[] }): Promise<Verification>;
  /** The id of the organisation with that handle, or null. */
  organizationId(slug: string): Promise<string | null>;
}

export interface Verification {
  readonly chains: number;
  readonly entries: number;
  readonly broken: readonly BrokenChain[];
}

/**
 * Opens the logs of all subgraphs as they are at this moment, whatever is written meanwhile: one transaction for
 * everything, as the migrator, who may read them all.
 */
export async function withChains<Result>(
  { adminUrl, secret, subgraphs }: { adminUrl: string; secret: string; subgraphs: readonly string[] },
  work: (chains: Chains) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: roleUrl(adminUrl, migratorRole, secret),
    connectionTimeoutMillis: 10_000,
    application_name: 'audit',
  });
  // A connection that breaks also fails the query that is under way; unheard, the event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await work(chainsOf(client, subgraphs));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function chainsOf(client: Client, subgraphs: readonly string[]): Chains {
  async function heads(): Promise<ChainHead[]> {
    const all: ChainHead[] = [];
    for (const subgraph of subgraphs) {
      const { rows } = await client.query<{ organization: string; sequence: string; hash: Buffer }>(
        `select organization_id as organization, sequence, hash from ${subgraph}.audit_head order by 1`,
      );
      all.push(...rows.map((row) => ({ ...row, subgraph, sequence: Number(row.sequence) })));
    }
    return all;
  }

  return {
    heads,
    async verify({ organization, signed = [] }) {
      const walks = new Walks(await heads(), signed, organization);
      for (const subgraph of subgraphs) {
        for await (const link of links(client, subgraph, organization)) walks.add(subgraph, link);
      }
      return walks.end();
    },
    async organizationId(slug) {
      const { rows } = await client.query<{ id: string }>(
        'select id from members.organization where slug = $1',
        [slug],
      );
      return rows[0]?.id ?? null;
    },
  };
}

/** One walk for each chain that has rows, a head, or a head that somebody signed. */
class Walks {
  private readonly walks = new Map<string, { name: ChainName; head: Head | null; walk: ChainWalk }>();
  private entries = 0;

  constructor(
    private readonly heads: readonly ChainHead[],
    private readonly signed: readonly ChainHead[],
    only: string | undefined,
  ) {
    for (const { subgraph, organization } of [...heads, ...signed]) {
      if (only === undefined || only === organization) this.of({ subgraph, organization });
    }
  }

  add(subgraph: string, link: Link): void {
    this.entries++;
    this.of({ subgraph, organization: link.organizationId }).walk.add(link);
  }

  end(): Verification {
    const all = [...this.walks.values()];
    const broken = all.flatMap(({ name, head, walk }) => {
      const found = walk.end(head);
      return found ? [{ ...name, ...found }] : [];
    });
    return { chains: all.length, entries: this.entries, broken };
  }

  private of(name: ChainName) {
    const key = `${name.subgraph} ${name.organization}`;
    let known = this.walks.get(key);
    if (!known) {
      const head = this.heads.find((candidate) => isSame(candidate, name)) ?? null;
      known = { name, head, walk: new ChainWalk(this.signed.filter((candidate) => isSame(candidate, name))) };
      this.walks.set(key, known);
    }
    return known;
  }
}

const isSame = (one: ChainName, other: ChainName) =>
  one.subgraph === other.subgraph && one.organization === other.organization;

const batchSize = 2_000;

/** The rows of a subgraph's log, chain by chain, in their order. */
async function* links(client: Client, subgraph: string, organization?: string): AsyncGenerator<Link> {
  for (let after = { organization: '', sequence: '0' }; ; ) {
    const { rows } = await client.query<Omit<Link, 'sequence'> & { sequence: string }>(
      `select organization_id as "organizationId", id, sequence,
        to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, person_id as "personId",
        actor_organization_id as "actorOrganizationId", roles, tool_key_id as "toolKeyId", operation,
        group_name as "groupName", record, subject_ids as "subjectIds", request_id as "requestId", hash
       from ${subgraph}.audit_entry
       where (organization_id, sequence) > ($1, $2) and ($3::text is null or organization_id = $3)
       order by organization_id, sequence limit ${batchSize}`,
      [after.organization, after.sequence, organization ?? null],
    );
    for (const row of rows) yield { ...row, sequence: Number(row.sequence) };
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    after = { organization: last.organizationId, sequence: last.sequence };
  }
}
