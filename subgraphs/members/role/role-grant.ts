import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { insertRow } from '../../../shared/database/write-rows';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireColleague } from '../person/load-colleague';
import { RoleGrant } from './role-grant.entity';
import { checkRole, personResolver, RoleOfColleagueInput } from './role-of-colleague';

@ObjectType({ description: 'What became of it.' })
export class RoleGrantPayload extends Payload {}

export const RoleGrantPersonResolver = personResolver(RoleGrantPayload);

@Resolver()
export class RoleGrantResolver {
  @Mutation(() => RoleGrantPayload, {
    nullable: true,
    description:
      'Gives somebody of one’s own organisation an ordinary role: VIEWER, CAMPAIGNER, or COALITION_STAFF in the coalition. The others take `roleProposalCreate`.',
  })
  async roleGrant(
    @Arg('input', () => RoleOfColleagueInput, { description: 'Who, and what.' }) input: RoleOfColleagueInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { session, viewer } = context;
    const role = checkRole(input.role, context, 'ordinary');
    const { id: personId, organizationId } = await requireColleague(context, input.person);
    const held = await session.rows(sql`
select 1 from members.role_grant t
where t.organization_id = ${organizationId} and t.person_id = ${personId} and t.role = ${role}`);
    if (held.length > 0) refuse('ALREADY_DONE', 'role');
    await insertRow(session, RoleGrant, { organizationId, personId, role, grantedBy: viewer.personId });
    return { personId };
  }
}
