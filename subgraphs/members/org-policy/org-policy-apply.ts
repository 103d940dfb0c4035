import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { enactVersion } from '../../../shared/sharing/decide-version';
import { SharingVersionInput } from '../../../shared/sharing/sharing.inputs';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { OrgPolicyVersion } from './org-policy.entity';
import { type OrganizationResult, OrgPolicyPayload } from './org-policy.payload';

@Resolver()
export class OrgPolicyApplyResolver {
  @Mutation(() => OrgPolicyPayload, {
    nullable: true,
    description: 'Puts a proposal in force whose 72 hours have passed.',
  })
  async orgPolicyApply(
    @Arg('input', () => SharingVersionInput, { description: 'Which proposal.' }) {
      version,
    }: SharingVersionInput,
    @Ctx() context: SubgraphContext,
  ): Promise<OrganizationResult> {
    const { organizationId } = await enactVersion(context, OrgPolicyVersion, version, 'time');
    return { organizationId };
  }
}
