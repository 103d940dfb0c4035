import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { tableOf } from '../../../shared/database/columns';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { RoleGrant, SensitiveRoleGrant } from './role-grant.entity';
import { checkRole, isSensitive, personResolver, RoleOfColleagueInput } from './role-of-colleague';

@ObjectType({ description: 'What became of it.' })
export class RoleRevokePayload extends Payload {}

export const RoleRevokePersonResolver = personResolver(RoleRevokePayload);

@Resolver()
export class RoleRevokeResolver {
  @Mutation(() => RoleRevokePayload, {
    nullable: true,
    description:
      'Takes a role from somebody of one’s own organisation; it counts on the next request. The last ORG_ADMIN stays.',
  })
  async roleRevoke(
    @Arg('input', () => RoleOfColleagueInput, { description: 'Who, and what.' }) input: RoleOfColleagueInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const role = checkRole(input.role, context, 'any');
    const personId = requireId('Person', input.person);
    const gone = await context.session.rows(sql`
delete from ${tableOf(isSensitive(role) ? SensitiveRoleGrant : RoleGrant)} t
where t.organization_id = ${context.viewer.organizationId} and t.person_id = ${personId} and t.role = ${role} returning 1`);
    if (gone.length === 0) refuse('NOT_FOUND', 'person');
    return { personId };
  }
}
