import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { CampaignPartnership } from './partnership.entity';

@ObjectType({ description: 'What became of a partnership.' })
export class CampaignPartnershipPayload extends Payload {}

@Resolver(() => CampaignPartnershipPayload)
export class CampaignPartnershipPayloadResolver {
  @FieldResolver(() => CampaignPartnership, { nullable: true, description: 'The partnership.' })
  partnership(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<CampaignPartnership | null> | null {
    return id === undefined ? null : loadById(context, CampaignPartnership, id);
  }
}
