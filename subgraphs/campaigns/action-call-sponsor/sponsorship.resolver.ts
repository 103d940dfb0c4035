import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { loadById, loadChildren } from '../../../shared/database/load-rows';
import { type Connection, connection, connectionType } from '../../../shared/schema/connection';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCall } from '../action-call/action-call.entity';
import { Organization } from '../stubs';
import { ActionCallSponsor, ActionCallSponsorship } from './sponsorship.entity';
import { ActionCallSponsorshipFilter } from './sponsorship.inputs';
import { sponsorshipList } from './sponsorship.repository';

const ActionCallSponsorshipConnection = connectionType(ActionCallSponsorship, 'ActionCallSponsorship');

@Resolver(() => ActionCallSponsorship)
export class ActionCallSponsorshipResolver {
  @Query(() => ActionCallSponsorshipConnection, {
    nullable: true,
    description:
      'Invitations to bring a call to action that one’s own organisation is party to, as the lead or as the one invited; the newest first.',
  })
  actionCallSponsorships(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ActionCallSponsorshipFilter, filterArgument) filter?: ActionCallSponsorshipFilter,
  ): Promise<Connection<ActionCallSponsorship>> {
    return connection(context, sponsorshipList(context, filter), page);
  }

  @FieldResolver(() => ActionCall, {
    nullable: true,
    description: 'The call; null while its lead does not share it with you.',
  })
  actionCall(
    @Root() { callId }: ActionCallSponsorship,
    @Ctx() context: SubgraphContext,
  ): Promise<ActionCall | null> {
    return loadById(context, ActionCall, callId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation that was invited.' })
  partner(@Root() { partnerId }: ActionCallSponsorship): EntityReference | null {
    return pointTo(partnerId);
  }
}

@Resolver(() => ActionCall)
export class ActionCallSponsorsResolver {
  @FieldResolver(() => [Organization], {
    nullable: 'itemsAndList',
    description: 'The organisations that bring it, the lead first. Each has signing links of its own.',
  })
  async sponsors(
    @Root() { id, organizationId }: ActionCall,
    @Ctx() context: SubgraphContext,
  ): Promise<(EntityReference | null)[]> {
    const others = await loadChildren(context, ActionCallSponsor, id);
    return [organizationId, ...others.map(({ sponsorId }) => sponsorId)].map(pointTo);
  }
}
