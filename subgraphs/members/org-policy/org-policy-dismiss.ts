import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { dismissVersion } from '../../../shared/sharing/decide-version';
import { SharingVersionInput } from '../../../shared/sharing/sharing.inputs';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { OrgPolicyVersion } from './org-policy.entity';
import { type OrganizationResult, OrgPolicyPayload } from './org-policy.payload';

@Resolver()
export class OrgPolicyDismissResolver {
  @Mutation(() => OrgPolicyPayload, {
    nullable: true,
    description: 'Objects to a proposal: it will not count.',
  })
  async orgPolicyDismiss(
    @Arg('input', () => SharingVersionInput, { description: 'Which proposal.' }) {
      version,
    }: SharingVersionInput,
    @Ctx() context: SubgraphContext,
  ): Promise<OrganizationResult> {
    const { organizationId } = await dismissVersion(context, OrgPolicyVersion, version);
    return { organizationId };
  }
}
