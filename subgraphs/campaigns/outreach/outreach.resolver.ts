import sql, { type Sql } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import { type Connection, connection, connectionType } from '../../../shared/schema/connection';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import { withinPeriod } from '../../../shared/schema/period';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Bill } from '../bill/bill.entity';
import { Campaign } from '../campaign/campaign.entity';
import { Legislator } from '../legislator/legislator.entity';
import { OutreachContactFilter } from './outreach.inputs';
import { OutreachContact } from './outreach-contact.entity';

const OutreachContactConnection = connectionType(OutreachContact, 'OutreachContact');

@Resolver(() => OutreachContact)
export class OutreachContactResolver {
  @Query(() => OutreachContactConnection, {
    nullable: true,
    description: 'Contacts that one’s own organisation has noted, the latest first.',
  })
  outreachContacts(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => OutreachContactFilter, filterArgument) filter?: OutreachContactFilter,
  ): Promise<Connection<OutreachContact>> {
    const list = {
      name: 'outreach contacts',
      columns: columnsOf(OutreachContact),
      from: sql`campaigns.outreach_contact t`,
      where: conditions(filter),
      orderBy: { name: 'day', key: sql`t.contacted_on`, descending: true },
    };
    return connection(context, list, page);
  }

  @Query(() => OutreachContact, {
    nullable: true,
    description: 'One contact; null when there is none that you may see.',
  })
  outreachContact(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<OutreachContact | null> {
    return loadById(context, OutreachContact, requireId('OutreachContact', id));
  }

  @FieldResolver(() => Campaign, { nullable: true, description: 'The campaign that it was for.' })
  campaign(
    @Root() { campaignId }: OutreachContact,
    @Ctx() context: SubgraphContext,
  ): Promise<Campaign | null> | null {
    return campaignId === null ? null : loadById(context, Campaign, campaignId);
  }

  @FieldResolver(() => Bill, { nullable: true, description: 'The bill that it was about.' })
  bill(@Root() { billId }: OutreachContact, @Ctx() context: SubgraphContext): Promise<Bill | null> | null {
    return billId === null ? null : loadById(context, Bill, billId);
  }

  @FieldResolver(() => Legislator, { nullable: true, description: 'The legislator that it was with.' })
  legislator(
    @Root() { legislatorId }: OutreachContact,
    @Ctx() context: SubgraphContext,
  ): Promise<Legislator | null> | null {
    return legislatorId === null ? null : loadById(context, Legislator, legislatorId);
  }
}

function conditions(filter?: OutreachContactFilter | null): Sql[] {
  const { campaign, bill, legislator, channel, period, archived = false } = filter ?? {};
  return [
    archived ? sql`t.archived_at is not null` : sql`t.archived_at is null`,
    ...(campaign == null ? [] : [sql`t.campaign_id = ${requireId('Campaign', campaign)}`]),
    ...(bill == null ? [] : [sql`t.bill_id = ${requireId('Bill', bill)}`]),
    ...(legislator == null ? [] : [sql`t.legislator_id = ${requireId('Legislator', legislator)}`]),
    ...(channel == null ? [] : [sql`t.channel = ${channel}`]),
    ...(period == null ? [] : [withinPeriod(sql`t.contacted_on`, period)]),
  ];
}
