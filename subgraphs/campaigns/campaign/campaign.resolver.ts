import sql from 'sql-template-tag';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { type Connection, connection, connectionUnder } from '../../../shared/schema/connection';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import { PageArguments } from '../../../shared/schema/page-arguments';
import { Period } from '../../../shared/schema/period';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, term, termOrNull } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { Organization } from '../stubs';
import { Campaign } from './campaign.entity';
import { CampaignFilter } from './campaign.inputs';
import { campaignList, campaignListUnder, loadCredited } from './campaign.repository';
import { CampaignConnection } from './campaign-connection';

@Resolver(() => Campaign)
export class CampaignResolver {
  @Query(() => CampaignConnection, {
    nullable: true,
    description: 'Campaigns and programmes of the coalition’s organisations, by title.',
  })
  campaigns(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => CampaignFilter, { nullable: true, description: 'Which of them.' })
    filter?: CampaignFilter,
  ): Promise<Connection<Campaign>> {
    return connection(context, campaignList(context, filter), page);
  }

  @Query(() => Campaign, {
    nullable: true,
    description: 'One campaign or programme; null when there is none that you may see.',
  })
  campaign(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Campaign | null> {
    return loadById(context, Campaign, requireId('Campaign', id));
  }

  @Directive('@inaccessible')
  @FieldResolver(() => ID, {
    description: 'Points at the entity between subgraphs; not part of the public schema.',
  })
  ref(@Root() campaign: Campaign): string {
    return campaign.id;
  }

  @FieldResolver(() => Term, { description: 'What kind of work it is (`programmeKinds`).' })
  kind(@Root() campaign: Campaign): TermRecord {
    return term('programmeKinds', campaign.kind);
  }

  @FieldResolver(() => Term, {
    description:
      'Whether its source tells activities from results, or the split is a reading (`columnReadings`).',
  })
  columnReading(@Root() campaign: Campaign): TermRecord {
    return term('columnReadings', campaign.columnReading);
  }

  @FieldResolver(() => Term, {
    nullable: true,
    description:
      'Its country (ISO 3166-1, list `countries`); null where it spans several or the source names none.',
  })
  country(@Root() campaign: Campaign): TermRecord | null {
    return termOrNull('countries', campaign.country);
  }

  @FieldResolver(() => Period, {
    nullable: true,
    description: 'The time it is about; null where the source gives none.',
  })
  period(@Root() campaign: Campaign): Period | null {
    if (!campaign.periodLabel) return null;
    return { label: campaign.periodLabel, start: campaign.periodStart, end: campaign.periodEnd };
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation that leads it.' })
  organization(@Root() campaign: Campaign): EntityReference | null {
    return pointTo(campaign.organizationId);
  }

  @FieldResolver(() => Campaign, {
    nullable: true,
    description: 'The wider campaign or umbrella project it is part of.',
  })
  parent(@Root() campaign: Campaign, @Ctx() context: SubgraphContext): Promise<Campaign | null> | null {
    return campaign.parentId === null ? null : loadById(context, Campaign, campaign.parentId);
  }

  @FieldResolver(() => CampaignConnection, { description: 'The campaigns directly below it, by title.' })
  children(
    @Root() campaign: Campaign,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => CampaignFilter, { nullable: true, description: 'Which of them.' })
    filter?: CampaignFilter,
  ): Promise<Connection<Campaign>> {
    const children = campaignListUnder(context, sql`t.parent_id = parent.id`, filter);
    return connectionUnder(context, children, campaign.id, page);
  }

  @FieldResolver(() => [Organization], {
    nullable: 'itemsAndList',
    description:
      'Organisations that the source names as taking part, the bodies it sets up among them (see their `establishment`). Credit, not a working partnership.',
  })
  async partners(
    @Root() campaign: Campaign,
    @Ctx() context: SubgraphContext,
  ): Promise<(EntityReference | null)[]> {
    return (await loadCredited(context, campaign.id, 'PARTNER')).map(pointTo);
  }

  @FieldResolver(() => [Organization], {
    nullable: 'itemsAndList',
    description: 'Organisations that the source names as paying for it.',
  })
  async funders(
    @Root() campaign: Campaign,
    @Ctx() context: SubgraphContext,
  ): Promise<(EntityReference | null)[]> {
    return (await loadCredited(context, campaign.id, 'FUNDER')).map(pointTo);
  }
}
