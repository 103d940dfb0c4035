import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { coalitionId } from '../../../shared/coalition';
import { loadById } from '../../../shared/database/load-rows';
import { insertRow } from '../../../shared/database/write-rows';
import { hashesOf, newSecret } from '../../../shared/identity/secret';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId, newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Membership } from '../membership/membership.entity';
import { Organization } from '../organization/organization.entity';
import { Application, ApplicationStatus } from './application.entity';
import { MembershipApplyInput } from './application.inputs';
import { MembershipApplyPayload } from './application.resolver';
import { readContent } from './application-content';
import { countApplication } from './application-limit';
import { applicationLinkPrefix } from './application-link';

@Resolver()
export class MembershipApplyResolver {
  @Mutation(() => MembershipApplyPayload, {
    nullable: true,
    description:
      'Applies to join the coalition. Anybody may, for an organisation; the coalition’s staff decide.',
  })
  async membershipApply(
    @Arg('input', () => MembershipApplyInput, { description: 'The application.' })
    input: MembershipApplyInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const content = readContent(input);
    const entry = input.entry == null ? null : await requireEntry(context, input.entry);
    await countApplication(context, content.contactEmail!);
    const link = newSecret(applicationLinkPrefix);
    const linkKey = hashesOf(context.identityKeys.identity, link)[0]!;
    await context.session.present(linkKey);
    const id = newId('Application');
    await insertRow(context.session, Application, {
      ...content,
      organizationId: entry ?? newId('Organization'),
      id,
      isEntry: entry !== null,
      status: ApplicationStatus.APPLIED,
      linkKey,
    });
    return { id, once: { link } };
  }
}

/**
 * An entry that the coalition keeps, or one's own organisation that has left.
 * @throws Refusal NOT_FOUND, also for one that is hidden
 */
async function requireEntry(context: SubgraphContext, id: string): Promise<string> {
  const organization = isId('Organization', id) ? await loadById(context, Organization, id) : null;
  if (!organization || id === coalitionId) refuse('NOT_FOUND', 'entry');
  if (organization.organizationId === coalitionId) return id;
  const membership = await loadById(context, Membership, id);
  if (membership?.status !== 'LEFT') refuse('INVALID_STATE', 'entry');
  return id;
}
