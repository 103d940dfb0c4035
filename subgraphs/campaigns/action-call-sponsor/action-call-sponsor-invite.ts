import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { insertRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { levelsFrom, type SharingLevel } from '../../../shared/permission/policy';
import { isId, newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCall, ActionCallState } from '../action-call/action-call.entity';
import { ActionCallSponsorship } from './sponsorship.entity';
import { ActionCallSponsorInviteInput } from './sponsorship.inputs';
import { ActionCallSponsorshipPayload } from './sponsorship.payload';

@Resolver()
export class ActionCallSponsorInviteResolver {
  @Mutation(() => ActionCallSponsorshipPayload, {
    nullable: true,
    description:
      'Asks another organisation to bring a call to action of one’s own together. Once it has joined it is named with the call, and people can act through it.',
  })
  async actionCallSponsorInvite(
    @Arg('input', () => ActionCallSponsorInviteInput, { description: 'Whom to ask, and for what.' })
    { actionCall, partner }: ActionCallSponsorInviteInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { organizationId, hiddenOrganizations } = context.viewer;
    const call = isId('ActionCall', actionCall) ? await loadById(context, ActionCall, actionCall) : null;
    if (call?.organizationId !== organizationId) refuse('NOT_FOUND', 'actionCall');
    if (call.state === ActionCallState.CLOSED) refuse('INVALID_STATE', 'actionCall');
    if (!levelsFrom('COALITION_SUMMARY').includes(call.sharingLevel as SharingLevel))
      refuse('NOT_SHARED', 'actionCall');
    if (partner === organizationId) refuse('INVALID', 'partner');
    if (!isId('Organization', partner) || hiddenOrganizations.includes(partner))
      refuse('NOT_FOUND', 'partner');
    await context.session.rows(
      sql`select pg_advisory_xact_lock(hashtextextended(${`sponsors of ${call.id}`}, 0))`,
    );
    const alive = await context.session.rows(sql`
select from campaigns.action_call_sponsorship t
where t.call_id = ${call.id} and t.partner_id = ${partner} and t.state <> 'ENDED'`);
    if (alive.length > 0) refuse('ALREADY_DONE', 'partner');
    const id = newId('ActionCallSponsorship');
    await insertRow(context.session, ActionCallSponsorship, {
      organizationId: call.organizationId,
      id,
      callId: call.id,
      partnerId: partner,
    });
    return { id };
  }
}
