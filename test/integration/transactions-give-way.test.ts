import pino from 'pino';
import sql from 'sql-template-tag';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { SubgraphContext } from '../../shared/subgraph/context';
import { createSubgraph, type RunningSubgraph } from '../../shared/subgraph/create-subgraph';
import { CampaignInternalSetPayload } from '../../subgraphs/campaigns/internal/campaign-internal-set';
import { campaigns } from '../../subgraphs/campaigns/subgraph';
import { claimsOf } from '../testkit/claims';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';

/** The first two who come wait for each other; whoever comes later goes through. */
let meet: () => Promise<void>;

@Resolver()
class CrossingResolver {
  @Query(() => Boolean)
  here(): boolean {
    return true;
  }

  @Mutation(() => CampaignInternalSetPayload, { nullable: true })
  async forth(@Ctx() context: SubgraphContext): Promise<object> {
    return cross(context, ['org_a', 'org_b']);
  }

  @Mutation(() => CampaignInternalSetPayload, { nullable: true })
  async back(@Ctx() context: SubgraphContext): Promise<object> {
    return cross(context, ['org_b', 'org_a']);
  }
}

async function cross({ session }: SubgraphContext, [first, second]: [string, string]): Promise<object> {
  const log = (owner: string) =>
    session.rows(
      sql`select campaigns.log_reads(${JSON.stringify([{ owner, group: 'g', record: 'R', ids: ['x'] }])})`,
    );
  await log(first);
  await meet();
  await log(second);
  return {};
}
it('two transactions that write the logs of two organisations crosswise both happen in the end', async () => {
  const { fields } = campaigns.policy;
  const database = await ownDatabase();
  const subgraph: RunningSubgraph = createSubgraph(
    {
      ...campaigns,
      resolvers: [...campaigns.resolvers, CrossingResolver],
      policy: {
        ...campaigns.policy,
        fields: {
          ...fields,
          Query: { ...fields.Query, open: [...(fields.Query!.open ?? []), 'here'] },
          Mutation: { ...fields.Mutation, open: ['forth', 'back'] },
        },
      },
    },
    {
      databaseUrl: roleUrl(database.url, subgraphRole('campaigns'), testSecret),
      logger: pino({ level: 'silent' }),
    },
  );
  try {
    let waiting = 0;
    let open: () => void;
    const together = new Promise<void>((resolve) => {
      open = resolve;
    });
    meet = () => {
      waiting++;
      if (waiting === 2) open();
      return together;
    };
    const answers = await Promise.all(
      ['forth', 'back'].map((field) =>
        subgraph.execute(
          { query: `mutation { ${field} { userErrors { code } } }`, variables: {} },
          claimsOf({ deadline: Date.now() + 20_000 }),
        ),
      ),
    );
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    // One of them had to begin again.
    expect(waiting).toBe(3);
    const rows = await asAdministrator(
      'select organization_id as owner, max(sequence)::int as length from campaigns.audit_entry group by 1 order by 1',
      [],
      database.url,
    );
    expect(rows).toEqual([
      { owner: 'org_a', length: 2 },
      { owner: 'org_b', length: 2 },
    ]);
  } finally {
    await subgraph.close();
    await database.drop();
  }
});
