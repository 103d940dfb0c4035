import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCallSponsorship } from './sponsorship.entity';

@ObjectType({ description: 'What became of an invitation to bring a call to action.' })
export class ActionCallSponsorshipPayload extends Payload {}

@Resolver(() => ActionCallSponsorshipPayload)
export class ActionCallSponsorshipPayloadResolver {
  @FieldResolver(() => ActionCallSponsorship, { nullable: true, description: 'The invitation.' })
  sponsorship(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<ActionCallSponsorship | null> | null {
    return id === undefined ? null : loadById(context, ActionCallSponsorship, id);
  }
}
