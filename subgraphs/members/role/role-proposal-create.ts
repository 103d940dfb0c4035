import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { insertRow } from '../../../shared/database/write-rows';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import { newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireColleague } from '../person/load-colleague';
import { proposalResolver } from './decide-proposal';
import { checkRole, RoleOfColleagueInput } from './role-of-colleague';
import { RoleProposal } from './role-proposal.entity';

@ObjectType({ description: 'What became of it.' })
export class RoleProposalCreatePayload extends Payload {}

export const RoleProposalCreateProposalResolver = proposalResolver(RoleProposalCreatePayload);

@Resolver()
export class RoleProposalCreateResolver {
  @Mutation(() => RoleProposalCreatePayload, {
    nullable: true,
    description:
      'Proposes ORG_ADMIN or CASEWORKER for somebody of one’s own organisation, never for oneself. Another administrator approves; where there is none, the proposer applies it after 72 hours, and everybody concerned is told now.',
  })
  async roleProposalCreate(
    @Arg('input', () => RoleOfColleagueInput, { description: 'Who, and what.' }) input: RoleOfColleagueInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { session, viewer } = context;
    const role = checkRole(input.role, context, 'sensitive');
    const { id: personId, organizationId } = await requireColleague(context, input.person);
    if (personId === viewer.personId) refuse('NOT_TO_ONESELF', 'person');
    const there = await session.rows(sql`
select 1 from members.sensitive_role_grant t
where t.organization_id = ${organizationId} and t.person_id = ${personId} and t.role = ${role}
union all select 1 from members.role_proposal t
where t.organization_id = ${organizationId} and t.person_id = ${personId} and t.role = ${role} and t.state = 'PROPOSED'`);
    if (there.length > 0) refuse('ALREADY_DONE', 'role');
    const id = newId('RoleProposal');
    await insertRow(session, RoleProposal, {
      organizationId,
      id,
      personId,
      role,
      proposedBy: viewer.personId!,
    });
    return { id };
  }
}
