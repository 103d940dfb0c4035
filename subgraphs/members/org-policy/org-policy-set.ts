import sql from 'sql-template-tag';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { insertRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { roleRights } from '../../../shared/permission/role-rights';
import { smallestShown } from '../../../shared/permission/smallest-shown';
import { newId } from '../../../shared/schema/type-id';
import { newVersion, requireSecondFactor } from '../../../shared/sharing/decide-version';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import {
  aggregatesDescription,
  Narrowing,
  OrgPolicyVersion,
  thresholdDescription,
} from './org-policy.entity';
import { type OrganizationResult, OrgPolicyPayload } from './org-policy.payload';
import { contentInForce } from './org-policy.resolver';

@InputType({ description: 'What one’s own organisation decides. What is left out stays.' })
export class OrgPolicySetInput {
  @Field(() => [Narrowing], {
    nullable: true,
    description: 'All that its roles and tools may not do; never wider than the coalition’s rules.',
  })
  narrowed?: Narrowing[];

  @Field(() => [ID], { nullable: true, description: 'The API clients that may act for it; null for all.' })
  allowedTools?: string[] | null;

  @Field(() => Int, { nullable: true, description: thresholdDescription })
  suppressionThreshold?: number;

  @Field({ nullable: true, description: aggregatesDescription })
  inAggregates?: boolean;

  @Field({ nullable: true, description: 'Whether it takes part in conflict checks across organisations.' })
  inConflictChecks?: boolean;
}

@Resolver()
export class OrgPolicySetResolver {
  @Mutation(() => OrgPolicyPayload, {
    nullable: true,
    description:
      'Sets the policy of one’s own organisation. What takes something away counts at once; what gives anything waits for a second admin, or for 72 hours in which nobody objects.',
  })
  async orgPolicySet(
    @Arg('input', () => OrgPolicySetInput, { description: 'What to set.' }) input: OrgPolicySetInput,
    @Ctx() context: SubgraphContext,
  ): Promise<OrganizationResult> {
    requireSecondFactor(context);
    const now = await contentInForce(context);
    const content = {
      narrowedRights: input.narrowed ? toRights(input.narrowed) : now.narrowedRights,
      allowedTools: input.allowedTools === undefined ? now.allowedTools : input.allowedTools,
      suppressionThreshold: input.suppressionThreshold ?? now.suppressionThreshold,
      inAggregates: input.inAggregates ?? now.inAggregates,
      inConflictChecks: input.inConflictChecks ?? now.inConflictChecks,
    };
    if (content.suppressionThreshold < smallestShown || content.suppressionThreshold > 1_000_000) {
      refuse('INVALID', 'suppressionThreshold');
    }
    if (input.allowedTools) await requireOwnTools(context, input.allowedTools);
    const same = (Object.keys(content) as (keyof typeof content)[]).every(
      (key) => JSON.stringify(content[key]) === JSON.stringify(now[key]),
    );
    if (same) refuse('UNCHANGED');
    await insertRow(context.session, OrgPolicyVersion, {
      ...newVersion(context, newId('OrgPolicyVersion')),
      ...content,
    });
    return { organizationId: context.viewer.organizationId! };
  }
}

/** @throws Refusal for a right that the role does not have anyway, or that an admin would need to undo it */
function toRights(narrowed: readonly Narrowing[]): string[] {
  const rights = narrowed.flatMap(({ role, group, operations }) => {
    if (operations.length === 0) refuse('REQUIRED', 'narrowed');
    const held = Object.hasOwn(roleRights, group) ? (roleRights[group]![role] ?? '') : '';
    if (operations.some((operation) => operation.length !== 1 || !held.includes(operation))) {
      refuse('NO_SUCH_RIGHT', 'narrowed');
    }
    if (role === 'ORG_ADMIN' && group === 'org.policy') refuse('LOCKS_OUT', 'narrowed');
    return operations.map((operation) => `${role}:${group}:${operation}`);
  });
  return [...new Set(rights)].sort();
}

async function requireOwnTools(context: SubgraphContext, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const found = await context.session.rows(sql`
select from members.api_client t where t.organization_id = ${context.viewer.organizationId} and t.id = any(${wanted})`);
  if (found.length < wanted.length) refuse('NOT_FOUND', 'allowedTools');
}
