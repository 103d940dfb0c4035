import sql from 'sql-template-tag';
import {
  Arg,
  type ClassType,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type Entity, tableOf } from '../database/columns';
import { HubError } from '../errors';
import type { Role } from '../identity/viewer';
import { chooseLanguage } from '../language/choose-language';
import { rightOf } from '../permission/may-touch';
import type { Policy } from '../permission/policy';
import { pointOrRead } from '../schema/entity-stub';
import { type IdKind, requireId } from '../schema/type-id';
import type { SubgraphContext } from '../subgraph/context';
import type { ReferenceResolver } from '../subgraph/definition';
import { accessReasons, accessRemedies, roleNames } from './access-reasons';
import { AccessExplainer, type Explanation } from './explain-access';

/** A type whose rows can be asked about. */
export interface Explained {
  readonly kind: IdKind;
  readonly entity: Entity;
  /** Fields that lead to a row of their own with the same id, which may be closed while this one is open. */
  readonly details?: Readonly<Record<string, Entity>>;
}

export interface ExplanationOptions {
  /** Schema of the subgraph, which also begins the name of the question. */
  readonly schema: string;
  /** By the name of the type. */
  readonly types: Readonly<Record<string, Explained>>;
  readonly Organization: ClassType;
  /** How to read organisations where this subgraph keeps them itself; else it only points. */
  readonly readOrganization?: ReferenceResolver;
}

/** The question why something is visible to the viewer or not, about the rows that one subgraph keeps. */
export function defineExplanation({ schema, types, Organization, readOrganization }: ExplanationOptions) {
  @Directive('@shareable')
  @ObjectType({
    description:
      'Whether something is visible to you, why, and what would change it. Of what you cannot see it says the same whether it is there or not.',
  })
  class AccessExplanation {}

  @Directive('@shareable')
  @ObjectType({ description: 'Why something is visible or not.' })
  class AccessReason {}

  @Directive('@shareable')
  @ObjectType({ description: 'What would make something visible.' })
  class AccessRemedy {}

  @Resolver(() => AccessExplanation)
  class AccessExplanationResolver {
    @Query(() => AccessExplanation, {
      name: `${schema}Access`,
      nullable: true,
      description: `Why a record of the ${schema} subgraph, or a field of it, is visible to you or not.`,
    })
    access(
      @Ctx() context: SubgraphContext,
      @Arg('type', () => String, { description: `Its type, such as \`${Object.keys(types)[0]}\`.` })
      type: string,
      @Arg('id', () => ID, { description: 'Its id.' }) id: string,
      @Arg('field', () => String, {
        nullable: true,
        description: 'The field of it that is asked about; without it, the record as a whole.',
      })
      field?: string,
    ): Promise<Explanation> {
      return explain(context, types, type, field ?? null, id);
    }

    @FieldResolver(() => Boolean, { description: 'Whether you may see it.' })
    visible(@Root() { code }: Explanation): boolean {
      return code === 'VISIBLE' || code === 'NOTHING_THERE';
    }

    @FieldResolver(() => AccessReason, { description: 'Why.' })
    reason(@Root() explanation: Explanation): Explanation {
      return explanation;
    }

    @FieldResolver(() => AccessRemedy, {
      nullable: true,
      description: 'What would change it; null where it is visible, or nothing would.',
    })
    remedy(@Root() explanation: Explanation): Explanation | null {
      return explanation.remedy && explanation;
    }
  }

  @Resolver(() => AccessReason)
  class AccessReasonResolver {
    @FieldResolver(() => String, { description: 'What programs match on.' })
    code(@Root() { code }: Explanation): string {
      return code;
    }

    @FieldResolver(() => String, { description: 'A sentence for people, in the language they asked for.' })
    message(@Root() explanation: Explanation, @Ctx() context: SubgraphContext): string {
      return sentence(accessReasons[explanation.code], explanation, context);
    }
  }

  @Resolver(() => AccessRemedy)
  class AccessRemedyResolver {
    @FieldResolver(() => String, { description: 'A sentence for people, in the language they asked for.' })
    message(@Root() explanation: Explanation, @Ctx() context: SubgraphContext): string {
      return sentence(accessRemedies[explanation.remedy!], explanation, context);
    }

    @FieldResolver(() => String, { description: 'The permission group that decides.' })
    group(@Root() { group }: Explanation): string {
      return group;
    }

    @FieldResolver(() => [String], {
      description: 'Roles that could see it, where it takes another role; else empty.',
    })
    roles(@Root() { roles }: Explanation): readonly Role[] {
      return roles;
    }

    @FieldResolver(() => Organization, {
      nullable: true,
      description:
        'The organisation to agree with, where it takes an agreement and you see whose record it is.',
    })
    organization(@Root() { organizationId }: Explanation, @Ctx() context: SubgraphContext): unknown {
      return pointOrRead(organizationId, context, readOrganization);
    }
  }

  return {
    explanationResolvers: [AccessExplanationResolver, AccessReasonResolver, AccessRemedyResolver] as const,
  };
}

async function explain(
  context: SubgraphContext,
  types: ExplanationOptions['types'],
  type: string,
  field: string | null,
  id: string,
): Promise<Explanation> {
  const explained = Object.hasOwn(types, type) ? types[type]! : unknown('type', Object.keys(types));
  const { policy, viewer } = context;
  const rowRight = rightIn(policy, type, 'id')!;
  const fieldRight = field === null ? rowRight : readRight(policy, type, field);
  requireId(explained.kind, id);
  const explainer = (right: string) => {
    const { group, operation } = rightOf(right);
    return new AccessExplainer({ name: group, group: policy.groups[group]!, operation }, viewer);
  };

  const ofRow = explainer(rowRight);
  const ofField = fieldRight === rowRight ? ofRow : explainer(fieldRight);
  const closed = ofRow.withoutRow() ?? ofField.withoutRow();
  if (closed) return closed;
  const owner = await ownerOf(context, explained.entity, id);
  if (owner === null) return ofRow.hidden();
  if (ofField === ofRow) return ofRow.visible();
  const detail = field === null ? undefined : explained.details?.[field];
  const found = detail ? (await ownerOf(context, detail, id)) !== null : null;
  return ofField.below(owner, found);
}

/** Whose row it is; null when there is none that the viewer sees. */
async function ownerOf({ session }: SubgraphContext, entity: Entity, id: string): Promise<string | null> {
  const [row] = await session.rows<{ owner: string }>(sql`
select t.organization_id as owner from ${tableOf(entity)} t where t.id = ${id} limit 1`);
  return row?.owner ?? null;
}

/** The right of a field that clients can read; what has none (a pointer, a payload) goes by its record. */
function readRight(policy: Policy, type: string, field: string): string {
  const right = field === 'ref' ? undefined : rightIn(policy, type, field);
  const fields = Object.values(policy.fields[type]!).flat();
  if (right === undefined)
    return unknown(
      'field',
      fields.filter((name) => name !== 'ref'),
    );
  return right === 'open' ? rightIn(policy, type, 'id')! : right;
}

function rightIn(policy: Policy, type: string, field: string): string | undefined {
  return Object.entries(policy.fields[type]!).find(([, fields]) => fields.includes(field))?.[0];
}

function unknown(argument: string, known: readonly string[]): never {
  throw new HubError('INVALID_ARGUMENT', `"${argument}" must be one of ${[...known].sort().join(', ')}`);
}

function sentence(
  texts: { en: string; ar: string },
  { group, operation, roles }: Explanation,
  context: SubgraphContext,
): string {
  const language = chooseLanguage(['ar', 'en'], context.languages).language as 'ar' | 'en';
  const named = new Intl.ListFormat(language, { type: 'disjunction' });
  return texts[language]
    .replace('{group}', group)
    .replace('{operation}', operation)
    .replace('{roles}', named.format(roles.map((role) => roleNames[role][language])));
}
