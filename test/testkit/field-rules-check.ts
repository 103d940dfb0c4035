import { type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from 'graphql';
import { HubError } from '../../shared/errors';
import type { Viewer } from '../../shared/identity/viewer';
import type { Policy } from '../../shared/permission/policy';
import { guard } from '../../shared/permission/shield';
import { buildOpenSchema } from '../../shared/schema/build-subgraph-schema';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { viewerOf } from './claims';
import { owners, rightOfField } from './field-groups';
import { mayReach, needsSecondFactor } from './field-oracle';
import type { OracleViewer } from './permission-oracle';
import { viewersOf } from './viewers-of-a-group';

export interface FieldComplaint {
  readonly who: string;
  readonly field: string;
  readonly expected: Outcome;
  readonly found: Outcome;
}

type Outcome = 'open' | 'FORBIDDEN' | 'SECOND_FACTOR_REQUIRED' | 'not placed';

export interface FieldCheck {
  readonly complaints: readonly FieldComplaint[];
  readonly open: number;
  readonly refused: number;
}

/** The federation's own fields, which answer nobody but the gateway. */
const federation = new Set(['Query._service', 'Query._entities', '_Service.sdl']);

/** The subgraph's types with nothing behind them: what passes shield answers null. Made once for many policies. */
export function emptySchema(definition: SubgraphDefinition): GraphQLSchema {
  const schema = buildOpenSchema(definition);
  for (const type of objectTypes(schema)) {
    for (const field of Object.values(type.getFields())) field.resolve = () => null;
  }
  return schema;
}

/**
 * What shield lets viewers of every kind through to, field by field, compared with the matrix. With `concerns` only some
 * fields are looked at, and only until the first difference.
 */
export async function checkFields(
  schema: GraphQLSchema,
  definition: SubgraphDefinition,
  policy: Policy = definition.policy,
  seenAs: (viewer: Viewer) => Viewer = (viewer) => viewer,
  concerns?: (field: string, right: string) => boolean,
): Promise<FieldCheck> {
  const { guarded } = guard(schema, policy);
  const complaints: FieldComplaint[] = [];
  const counted = { open: 0, refused: 0 };
  const fields = objectTypes(guarded).flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ name }) => !federation.has(`${type.name}.${name}`))
      .map((field) => ({
        type,
        field,
        right: rightOfField(type.name, field.name, isStub(definition, type.name)),
      }))
      .filter(
        ({ field, right }) => !concerns || right === null || concerns(`${type.name}.${field.name}`, right),
      ),
  );
  for (const [right, placed] of groupedByRight(fields)) {
    const [group = '', operation = 'r'] = right.split(':');
    for (const [who, { viewer, proven, expected }] of Object.entries(askersOf(group, operation))) {
      const context = { viewer: seenAs(asViewer(viewer, group, proven)) };
      for (const { type, field } of placed) {
        const found = await outcomeOf(field.resolve!, context, { parentType: type, fieldName: field.name });
        if (found === 'open') counted.open++;
        else counted.refused++;
        if (found === expected) continue;
        complaints.push({ who, field: `${type.name}.${field.name}`, expected, found });
        if (concerns) return { complaints, ...counted };
      }
    }
  }
  const unplaced = fields.filter(({ right }) => right === null);
  for (const { type, field } of unplaced) {
    const path = `${type.name}.${field.name}`;
    complaints.push({ who: 'nobody', field: path, expected: 'not placed', found: 'not placed' });
  }
  return { complaints, ...counted };
}

interface Asker {
  readonly viewer: OracleViewer;
  readonly proven: boolean;
  readonly expected: Outcome;
}

/** Viewers of the group, with a second factor and without, and what the specification lets each do. */
function askersOf(group: string, operation: string): Record<string, Asker> {
  const askers: Record<string, Asker> = {};
  for (const [who, viewer] of Object.entries(viewersOf(group === 'open' ? 'org.public' : group, operation))) {
    for (const proven of [true, false]) {
      const may = group === 'open' || mayReach(group, operation, viewer);
      const unproved = !proven && viewer.person !== null && needsSecondFactor(group, operation);
      const expected = !may ? 'FORBIDDEN' : unproved ? 'SECOND_FACTOR_REQUIRED' : 'open';
      askers[proven ? `${who}, second factor proved` : who] = { viewer, proven, expected };
    }
  }
  return askers;
}

type Resolve = NonNullable<ReturnType<GraphQLObjectType['getFields']>[string]['resolve']>;

async function outcomeOf(resolve: Resolve, context: object, info: object): Promise<Outcome> {
  // What comes after shield finds no database here and fails in its own way: it was let through.
  const answer: unknown = await Promise.resolve()
    .then(() => resolve(null, {}, context, info as GraphQLResolveInfo))
    .catch((error: unknown) => error);
  if (!(answer instanceof HubError)) return 'open';
  return answer.code === 'SECOND_FACTOR_REQUIRED' ? answer.code : 'FORBIDDEN';
}

/** Whether a type is another subgraph's, of which this one holds the pointer alone. */
export const isStub = ({ name }: SubgraphDefinition, type: string) => type in owners && owners[type] !== name;

function groupedByRight<Field extends { right: string | null }>(
  fields: readonly Field[],
): Map<string, Field[]> {
  const grouped = new Map<string, Field[]>();
  for (const field of fields) {
    if (field.right !== null) grouped.set(field.right, [...(grouped.get(field.right) ?? []), field]);
  }
  return grouped;
}

const objectTypes = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'));

/** A viewer of the specification as the hub knows one. */
export function asViewer(viewer: OracleViewer, group: string, proven = false): Viewer {
  return viewerOf({
    personId: viewer.person,
    organizationId: viewer.organization,
    roles: viewer.roles,
    dormantRoles: viewer.dormant ?? [],
    narrowed: viewer.narrowed ?? [],
    partnerships: [
      ...(viewer.partners ?? []).map((organizationId) => ({ organizationId, group })),
      ...(viewer.otherAgreements ?? []).map((organizationId) => ({ organizationId, group: 'no.group' })),
    ],
    hiddenOrganizations: viewer.hidden ?? [],
    tool: viewer.tool ? { keyId: viewer.tool.key, scopes: viewer.tool.scopes } : null,
    secondFactorAt: proven ? Date.now() : null,
  });
}
