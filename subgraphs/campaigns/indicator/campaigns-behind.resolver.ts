import sql from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { groupBy } from '../../../shared/group-by';
import { isToBeFound } from '../../../shared/permission/hidden-organizations';
import { timeZoneDescription, today } from '../../../shared/schema/calendar';
import { type Connection, connection } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign } from '../campaign/campaign.entity';
import { campaignList } from '../campaign/campaign.repository';
import { CampaignConnection } from '../campaign/campaign-connection';
import { IndicatorPeriod } from './indicator-period.entity';
import { isBehindSql } from './progress.sql';

/** What falls short of its target. */
@Resolver(() => Campaign)
export class CampaignsBehindResolver {
  @Query(() => CampaignConnection, {
    nullable: true,
    description:
      'Campaigns that an organisation leads or has joined and of which an indicator is behind its target today (see `IndicatorProgressState`), by title; without those that are over. Where no figure was reported none is behind.',
  })
  campaignsBehindTarget(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('timeZone', () => String, { description: timeZoneDescription }) timeZone: string,
    @Arg('organization', () => ID, {
      nullable: true,
      description:
        'Whose campaigns; one’s own organisation’s when it is left out. What others have joined is between them and the lead.',
    })
    organization?: string,
  ): Promise<Connection<Campaign>> {
    const whose =
      organization == null ? context.viewer.organizationId : requireId('Organization', organization);
    const { where, ...list } = campaignList(context);
    const conditions = [
      sql`t.id = any(array(
  select led.id from campaigns.campaign led where led.organization_id = ${whose}
  union all
  select joined.campaign_id from campaigns.campaign_partnership joined
  where joined.partner_id = ${whose} and joined.state = 'JOINED' and ${isToBeFound(sql`joined.partner_id`)}))`,
      sql`(t.status is null or t.status not in ('COMPLETED', 'CANCELLED'))`,
      sql`exists (select from campaigns.indicator i join campaigns.indicator_period p on p.subject_id = i.id
  where i.subject_id = t.id and i.archived_at is null and ${isBehindSql(today(timeZone))})`,
    ];
    return connection(
      context,
      { ...list, name: 'campaigns behind target', where: [...where, ...conditions] },
      page,
    );
  }

  @FieldResolver(() => [IndicatorPeriod], {
    description: 'Periods in which one of its indicators is behind its target today, the first to end first.',
  })
  async periodsBehindTarget(
    @Root() { id }: Campaign,
    @Ctx() context: SubgraphContext,
    @Arg('timeZone', () => String, { description: timeZoneDescription }) timeZone: string,
  ): Promise<IndicatorPeriod[]> {
    const day = today(timeZone);
    const periods = await context
      .loader<string, IndicatorPeriod[]>(`periods behind on ${day}`, async (ids) => {
        const rows = await context.session.rows<IndicatorPeriod & { campaignId: string }>(sql`
select i.subject_id as "campaignId", ${columnsOf(IndicatorPeriod, 'p')} from campaigns.indicator i
join campaigns.indicator_period p on p.subject_id = i.id
where i.subject_id = any(${ids}) and i.archived_at is null and ${isBehindSql(day)} order by p.ends_on, p.id`);
        const byCampaign = groupBy(rows, ({ campaignId }) => campaignId);
        return ids.map((wanted) => byCampaign.get(wanted) ?? []);
      })
      .load(id);
    context.spend(periods.length);
    return periods;
  }
}
