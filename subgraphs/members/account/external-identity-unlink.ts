import sql from 'sql-template-tag';
import { Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';

@ObjectType({ description: 'What became of it.' })
export class ExternalIdentityUnlinkPayload extends Payload {}

@Resolver()
export class ExternalIdentityUnlinkResolver {
  @Mutation(() => ExternalIdentityUnlinkPayload, {
    nullable: true,
    description:
      'Tokens of the identity provider of the organisation one acts for sign in as oneself no more.',
  })
  async externalIdentityUnlink(@Ctx() { session, viewer }: SubgraphContext): Promise<MutationResult> {
    const { personId, organizationId } = viewer;
    const unlinked = await session.rows(sql`
delete from members.external_identity t where t.person_id = ${personId} and t.organization_id = ${organizationId} returning 1`);
    if (unlinked.length === 0) refuse('NOT_FOUND');
    return {};
  }
}
