import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign } from './campaign.entity';

@ObjectType({ description: 'What became of a campaign.' })
export class CampaignPayload extends Payload {}

@Resolver(() => CampaignPayload)
export class CampaignPayloadResolver {
  @FieldResolver(() => Campaign, {
    nullable: true,
    description: 'The campaign; after a conflict of versions as it is now.',
  })
  campaign(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Campaign | null> | null {
    return id === undefined ? null : loadById(context, Campaign, id);
  }
}
