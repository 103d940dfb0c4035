import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { loadPolicy, OrganizationPolicy } from './org-policy.resolver';

/** Whose policy it is about. */
export type OrganizationResult = { readonly organizationId: string };

@ObjectType({ description: 'What became of an organisation’s policy.' })
export class OrgPolicyPayload extends Payload {}

@Resolver(() => OrgPolicyPayload)
export class OrgPolicyPayloadResolver {
  @FieldResolver(() => OrganizationPolicy, {
    nullable: true,
    description: 'The policy of one’s own organisation now.',
  })
  policy(
    @Root() { organizationId }: Partial<OrganizationResult>,
    @Ctx() context: SubgraphContext,
  ): Promise<OrganizationPolicy | null> | null {
    return organizationId === undefined ? null : loadPolicy(context, organizationId);
  }
}
