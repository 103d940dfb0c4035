import { GraphQLLocalDate } from 'graphql-scalars';
import sql from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import {
  type Connection,
  connection,
  connectionType,
  connectionUnder,
} from '../../../shared/schema/connection';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Bill } from '../bill/bill.entity';
import { Campaign } from '../campaign/campaign.entity';
import { Legislator } from '../legislator/legislator.entity';
import { retentionMonths } from '../signature/retention';
import { Organization } from '../stubs';
import { ActionCall } from './action-call.entity';
import { ActionCallFilter } from './action-call.inputs';
import { actionCallList } from './action-call.repository';

const ActionCallConnection = connectionType(ActionCall, 'ActionCall');

@Resolver(() => ActionCall)
export class ActionCallResolver {
  @Query(() => ActionCallConnection, {
    nullable: true,
    description: 'Calls to action that you may see, the latest first.',
  })
  actionCalls(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ActionCallFilter, filterArgument) filter?: ActionCallFilter,
  ): Promise<Connection<ActionCall>> {
    return connection(context, actionCallList(filter), page);
  }

  @Query(() => ActionCall, {
    nullable: true,
    description: 'One call to action; null when there is none that you may see.',
  })
  actionCall(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<ActionCall | null> {
    return loadById(context, ActionCall, requireId('ActionCall', id));
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation that leads it.' })
  organization(@Root() { organizationId }: ActionCall): EntityReference | null {
    return pointTo(organizationId);
  }

  @FieldResolver(() => Campaign, {
    nullable: true,
    description: 'The campaign that it is part of, where there is one that you see.',
  })
  campaign(
    @Root() { campaignId }: ActionCall,
    @Ctx() context: SubgraphContext,
  ): Promise<Campaign | null> | null {
    return campaignId === null ? null : loadById(context, Campaign, campaignId);
  }

  @FieldResolver(() => Bill, { nullable: true, description: 'The bill that it is about.' })
  bill(@Root() { billId }: ActionCall, @Ctx() context: SubgraphContext): Promise<Bill | null> | null {
    return billId === null ? null : loadById(context, Bill, billId);
  }

  @FieldResolver(() => GraphQLLocalDate, {
    nullable: true,
    description: `The last day on which contacts of those who acted are kept: ${retentionMonths} months after its own last day; null while it has none.`,
  })
  contactsUntil(@Root() { contactsUntil }: ActionCall): string | null {
    return contactsUntil === '9999-12-31' ? null : contactsUntil;
  }

  @FieldResolver(() => [Legislator], {
    nullable: 'itemsAndList',
    description: 'The legislators that it is addressed to.',
  })
  legislators(
    @Root() { legislatorIds }: ActionCall,
    @Ctx() context: SubgraphContext,
  ): Promise<(Legislator | null)[]> {
    context.spend(legislatorIds.length);
    return Promise.all(legislatorIds.map((id) => loadById(context, Legislator, id)));
  }
}

@Resolver(() => Campaign)
export class CampaignActionCallsResolver {
  @FieldResolver(() => ActionCallConnection, {
    nullable: true,
    description: 'Its calls to action, the latest first.',
  })
  actionCalls(
    @Root() { id }: Campaign,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ActionCallFilter, filterArgument) filter?: ActionCallFilter,
  ): Promise<Connection<ActionCall>> {
    const list = { ...actionCallList(filter), perParent: sql`t.campaign_id = parent.id` };
    return connectionUnder(context, list, id, page);
  }
}
