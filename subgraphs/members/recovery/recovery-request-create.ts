import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { coalitionId } from '../../../shared/coalition';
import { loadById } from '../../../shared/database/load-rows';
import { insertRow } from '../../../shared/database/write-rows';
import { checkEmail } from '../../../shared/identity/email';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import { newId, requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { emailKeys } from '../account/email';
import { Organization } from '../organization/organization.entity';
import { RecoveryRequest } from './recovery-request.entity';
import { requestResolver } from './recovery-request.resolver';

@InputType({ description: 'Whom to let in again.' })
export class RecoveryRequestCreateInput extends CreatingInput {
  @Field({
    description:
      'LOST_FACTOR: somebody has lost the second factor or the password. LOST_ADMIN: nobody can administer the organisation any more.',
  })
  kind!: string;

  @Field(() => ID, { description: 'Their organisation.' })
  organization!: string;

  @Field({ description: 'The e-mail address of the account, or of the new administrator.' })
  email!: string;

  @Field({ description: 'How it is known that the request is theirs; at most 1,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'What became of it.' })
export class RecoveryRequestCreatePayload extends Payload {}

export const RecoveryRequestCreateRequestResolver = requestResolver(RecoveryRequestCreatePayload);

@Resolver()
export class RecoveryRequestCreateResolver {
  @Mutation(() => RecoveryRequestCreatePayload, {
    nullable: true,
    description:
      'The coalition asks to let somebody in again. A second person of the coalition approves, or 72 hours pass; the person and the organisation’s administrators are told now. Answers alike whether or not there is such an account.',
  })
  async recoveryRequestCreate(
    @Arg('input', () => RecoveryRequestCreateInput, { description: 'Whom to let in again.' })
    { kind, organization, email, reason }: RecoveryRequestCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { session, viewer, identityKeys } = context;
    const organizationId = requireId('Organization', organization);
    if (viewer.organizationId !== coalitionId) refuse('NOT_FOUND', 'organization');
    if (!(await loadById(context, Organization, organizationId))) refuse('NOT_FOUND', 'organization');
    // Staff help other organisations; the coalition's own people are for its administrators.
    const needed = organizationId === coalitionId ? 'ORG_ADMIN' : 'COALITION_STAFF';
    if (!viewer.roles.includes(needed)) refuse('NOT_FOUND', 'organization');
    if (kind !== 'LOST_FACTOR' && kind !== 'LOST_ADMIN') refuse('INVALID', 'kind');
    if (reason.trim() === '') refuse('REQUIRED', 'reason');
    if (reason.length > 1_000) refuse('TOO_LONG', 'reason');
    const normal = checkEmail(email);
    const id = newId('RecoveryRequest');
    await insertRow(session, RecoveryRequest, {
      organizationId,
      id,
      kind,
      email: normal,
      emailKeys: [...emailKeys(identityKeys.identity, normal)],
      reason: reason.trim(),
      requestedBy: viewer.personId!,
    });
    return { id };
  }
}
