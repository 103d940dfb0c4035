import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { buildOpenSchema } from '../../shared/schema/build-subgraph-schema';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { asAdministrator } from './database';
import { refOf } from './entity-refs';
import { rightOfField } from './field-groups';
import { isStub } from './field-rules-check';

/** Root lists of records with an id, with the table that keeps them. */
export function listed(definition: SubgraphDefinition) {
  const tables: Readonly<Record<string, string>> = {
    ReportedFigure: 'figure',
    MembershipApplication: 'application',
  };
  return objectsOf(definition)
    .filter(({ name }) => name === 'Query')
    .flatMap((query) => Object.values(query.getFields()))
    .flatMap((field) => {
      const [, node] = /^(\w+)Connection$/.exec(getNamedType(field.type).name) ?? [];
      const table = node && (tables[node] ?? node.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase());
      const rule = table ? definition.policy.tables[table] : undefined;
      const found = objectsOf(definition).find(({ name }) => name === node);
      return rule && 'group' in rule && found?.getFields().id && !field.args.some(isRequiredArgument)
        ? [{ field: field.name, table: table!, group: rule.group }]
        : [];
    });
}

interface Entry {
  readonly type: string;
  readonly right: string;
  readonly fields: readonly GraphQLField<unknown, unknown>[];
  readonly entry: (selection: string) => { query: string; variables?: Record<string, unknown> };
}

/** Every way into the subgraph: its root fields, and the records that `_entities` leads to; fields by their right. */
export async function entriesOf(definition: SubgraphDefinition, url: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const type of objectsOf(definition)) {
    const ref = type.name === 'Query' ? null : await someRecord(definition, type.name, url);
    if (type.name !== 'Query' && ref === null) continue;
    const fields = Object.values(type.getFields()).filter(
      ({ name, args }) => !name.startsWith('_') && name !== 'ref' && !args.some(isRequiredArgument),
    );
    const rights = new Set(
      fields.map(({ name }) => rightOfField(type.name, name, isStub(definition, type.name))!),
    );
    for (const right of rights) {
      entries.push({
        type: type.name,
        right,
        fields: fields.filter(
          ({ name }) => rightOfField(type.name, name, isStub(definition, type.name)) === right,
        ),
        entry: (selection) =>
          ref === null
            ? { query: `{ ${selection} }` }
            : {
                query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type.name} { ${selection} } } }`,
                variables: { of: [{ __typename: type.name, ref }] },
              },
      });
    }
  }
  return entries;
}

/** A reference to a record of the type, or null where `_entities` does not lead to it. */
async function someRecord({ name, references }: SubgraphDefinition, type: string, url: string) {
  const tables: Readonly<Record<string, string>> = {
    Organization: 'members.organization',
    OrganizationCredit: 'members.organization_credit',
    Campaign: 'campaigns.campaign',
    Service: 'legal.service',
    StoryProfile: 'legal.story_profile',
    Event: 'events.event',
    Colleague: 'members.colleague',
  };
  if (!(type in references) || !tables[type]?.startsWith(`${name}.`)) return null;
  const [row] = await asAdministrator<{ organization: string; id: string }>(
    `select organization_id as organization, id from ${tables[type]} order by id limit 1`,
    [],
    url,
  );
  return refOf(type, row!.organization, row!.id);
}

const objectsOf = (definition: SubgraphDefinition): GraphQLObjectType[] =>
  Object.values(schemaOf(definition).getTypeMap()).filter(isObjectType);

const schemas = new Map<string, ReturnType<typeof buildOpenSchema>>();
function schemaOf(definition: SubgraphDefinition) {
  const known = schemas.get(definition.name) ?? buildOpenSchema(definition);
  schemas.set(definition.name, known);
  return known;
}

export const leading = (field: GraphQLField<unknown, unknown>) =>
  isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
