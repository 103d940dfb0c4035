import pino from 'pino';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { generateTokenKey, readTokenKeys } from '../../shared/identity/token-keys';
import { createSubgraph } from '../../shared/subgraph/create-subgraph';
import { subgraphs } from '../../subgraphs/registry';
import { claimsOf } from '../testkit/claims';
import { databaseUrl, testSecret } from '../testkit/database';

/** Types with an id whose records nobody asks about by it. */
const exceptions: Readonly<Record<string, string>> = {
  AccessLogEntry: 'its id is a place in a chain, and what is not one’s own is not there',
  FollowedChange: 'read in their order, each as open as what it is about',
  Notice: 'a person’s own, without an id that others know',
};

const types = subgraphs.flatMap((definition) =>
  Object.entries(definition.policy.fields).flatMap(([type, rights]) => {
    const guarded = Object.entries(rights).some(
      ([right, fields]) => right !== 'open' && fields.includes('id'),
    );
    return guarded && !(type in exceptions) ? [{ subgraph: definition.name, definition, type }] : [];
  }),
);

it('has types to ask about in every subgraph', () => {
  expect(new Set(types.map(({ subgraph }) => subgraph))).toEqual(new Set(subgraphs.map(({ name }) => name)));
});

it.each(types)('one can ask why a $type of $subgraph is visible', async ({ subgraph, definition, type }) => {
  const running = createSubgraph(definition, {
    databaseUrl: roleUrl(databaseUrl(), subgraphRole(subgraph), testSecret),
    logger: pino({ level: 'silent' }),
    keys: { identity: new RotatingKeyring(testSecret), token: readTokenKeys(generateTokenKey()) },
  });
  const query = `query ($type: String!) { ${subgraph}Access(type: $type, id: "nonsense") { visible } }`;
  const { errors } = await running.execute({ query, variables: { type } }, claimsOf());
  await running.close();
  // The type is known; it is the id that is not.
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ID' } }]);
});
