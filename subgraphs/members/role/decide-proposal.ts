import sql from 'sql-template-tag';
import { type ClassType, Ctx, Field, FieldResolver, ID, InputType, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import { insertRow, updateRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireColleague } from '../person/load-colleague';
import { SensitiveRoleGrant } from './role-grant.entity';
import { RoleProposal } from './role-proposal.entity';

@InputType({ description: 'A proposal that is to be decided.' })
export class RoleProposalInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposal!: string;
}

type Open = RoleProposal & { readonly isDue: boolean };

/**
 * Decides a proposal that is open; what is approved takes effect in the same transaction. Row-level security asks the same
 * questions again.
 */
export async function decide(
  context: SubgraphContext,
  { proposal }: RoleProposalInput,
  as: 'approver' | 'proposer' | 'dismissing',
): Promise<{ id: string }> {
  const { session, viewer } = context;
  const id = requireId('RoleProposal', proposal);
  const [open] = await session.rows<Open>(sql`
select ${columnsOf(RoleProposal)}, coalesce(t.effective_at <= now(), false) as "isDue"
from members.role_proposal t where t.id = ${id} and t.state = 'PROPOSED' for update`);
  const me = viewer.personId;
  if (!open || me === null) refuse('NOT_FOUND', 'proposal');
  const { organizationId, personId, role, proposedBy } = open;
  if (as !== 'dismissing') {
    if (personId === me) refuse('NOT_TO_ONESELF');
    const isLate = as === 'proposer' ? !open.isDue || proposedBy !== me : proposedBy === me;
    if (isLate) refuse('SECOND_PERSON_NEEDED');
    await requireColleague(context, personId);
  }
  const state = as === 'dismissing' ? 'DISMISSED' : 'APPROVED';
  await updateRow(session, RoleProposal, { state, decidedBy: me }, sql`t.id = ${id}`);
  if (state === 'APPROVED') {
    await insertRow(session, SensitiveRoleGrant, { organizationId, personId, role, grantedBy: proposedBy });
  }
  return { id };
}

/** The field of a payload that shows the proposal as it stands now. */
export function proposalResolver(payload: ClassType): ClassType {
  @Resolver(() => payload)
  class ProposalResolver {
    @FieldResolver(() => RoleProposal, { nullable: true, description: 'The proposal as it stands now.' })
    proposal(
      @Root() { id }: { id?: string },
      @Ctx() context: SubgraphContext,
    ): Promise<RoleProposal | null> | null {
      return id === undefined ? null : loadById(context, RoleProposal, id);
    }
  }
  return ProposalResolver;
}
