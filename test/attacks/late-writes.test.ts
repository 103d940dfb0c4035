import { setTimeout as wait } from 'node:timers/promises';
import { GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString, graphql } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { Pool } from 'pg';
import sql from 'sql-template-tag';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { WriteSession } from '../../shared/database/write-session';
import { mutationsOf } from '../../shared/mutation/run-mutation';
import { RecordedRefusal, refuse } from '../../shared/mutation/user-errors';
import { seedId } from '../../shared/schema/type-id';
import { SubgraphContext } from '../../shared/subgraph/context';
import { policy } from '../../subgraphs/campaigns/policy';
import { claimsOf, viewerOf } from '../testkit/claims';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';

const mima = seedId('Organization', 'mima');
const campaign = seedId('Campaign', 'mima-nali');
const admin = viewerOf({ personId: 'per_admin', organizationId: mima, roles: ['ORG_ADMIN'] });
const note = sql`insert into campaigns.campaign_internal (organization_id, id, sharing_level)
values (${mima}, ${campaign}, 'PRIVATE')`;

/** A mutation whose resolver does two things at once: one is refused while the other has not written yet. */
describe('what a refused mutation still had in hand', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let pool: Pool;
  let late: Promise<unknown>;
  beforeAll(async () => {
    database = await ownDatabase();
    pool = new Pool({ connectionString: roleUrl(database.url, subgraphRole('campaigns'), testSecret) });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const write = async (context: SubgraphContext) => {
    await wait(30);
    await context.session.rows(note);
  };
  const branching = (fail: () => unknown) => async (_: unknown, __: unknown, context: SubgraphContext) => {
    await context.session.rows(sql`select 1`);
    late = write(context).then(
      () => 'written',
      () => 'refused',
    );
    return fail();
  };
  const payload = new GraphQLObjectType({
    name: 'Payload',
    fields: { userErrors: { type: new GraphQLList(GraphQLString), resolve: () => [] } },
  });
  const schemaOf = (fail: () => unknown) =>
    new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { a: { type: GraphQLString } } }),
      mutation: new GraphQLObjectType({
        name: 'Mutation',
        fields: {
          first: { type: payload, resolve: branching(fail) },
          // While it runs, the first one's branch would find a session that takes writes again.
          second: { type: payload, resolve: () => wait(80, {}) },
        },
      }),
    });

  it.each([
    ['is refused', () => refuse('INVALID')],
    [
      'is refused for good',
      () => {
        throw new RecordedRefusal({}, { code: 'INVALID', field: null });
      },
    ],
    [
      'fails',
      () => {
        throw new Error('by accident');
      },
    ],
  ])('is not written when it %s', async (_what, fail) => {
    const schema = schemaOf(fail);
    const claims = claimsOf({ viewer: admin, deadline: Date.now() + 20_000 });
    const session = new WriteSession(pool, claims, { schema: 'campaigns' });
    const context = new SubgraphContext(claims, session, { name: 'campaigns', policy });
    await graphql({
      schema: applyMiddleware(schema, ...mutationsOf(schema)),
      source: 'mutation { first { userErrors } second { userErrors } }',
      contextValue: context,
    });
    await session.commit();
    expect(await late).toBe('refused');
    expect(await asAdministrator('select id from campaigns.campaign_internal', [], database.url)).toEqual([]);
  });
});
