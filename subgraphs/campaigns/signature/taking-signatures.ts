import { loadById, loadChildren } from '../../../shared/database/load-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCall, ActionCallState } from '../action-call/action-call.entity';
import { ActionCallSponsor } from '../action-call-sponsor/sponsorship.entity';
import { type CallKey, openCallKey } from './call-key';

export interface OpenCall {
  readonly call: ActionCall;
  readonly key: CallKey;
  /** Who brings it, the lead first. */
  readonly bringers: readonly string[];
}

/**
 * A call that people can sign now.
 * @throws Refusal NOT_FOUND: a draft, one that is over or not for everybody, and none at all are the same
 */
export async function requireOpenCall(context: SubgraphContext, id: string): Promise<OpenCall> {
  const call = isId('ActionCall', id) ? await loadById(context, ActionCall, id) : null;
  if (!call?.contactKey || !takesSignatures(call)) refuse('NOT_FOUND', 'actionCall');
  const sponsors = await loadChildren(context, ActionCallSponsor, id);
  const hidden = context.viewer.hiddenOrganizations;
  return {
    call,
    key: openCallKey(context.contactKeys, id, call.contactKey),
    bringers: [call.organizationId, ...sponsors.map(({ sponsorId }) => sponsorId)].filter(
      (organization) => !hidden.includes(organization),
    ),
  };
}

/** Row security holds to it as well: the condition `O` of signatures. */
export function takesSignatures({ state, sharingLevel, opensOn, closesOn }: ActionCall): boolean {
  const today = new Date().toISOString().slice(0, 10);
  return (
    state === ActionCallState.OPEN &&
    sharingLevel === 'PUBLIC' &&
    (opensOn === null || opensOn <= today) &&
    (closesOn === null || closesOn >= today)
  );
}
