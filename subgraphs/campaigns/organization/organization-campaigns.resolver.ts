import sql, { type Sql } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Connection, connectionUnder } from '../../../shared/schema/connection';
import type { EntityReference } from '../../../shared/schema/entity-stub';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import type { Campaign } from '../campaign/campaign.entity';
import { CampaignFilter } from '../campaign/campaign.inputs';
import { campaignListUnder } from '../campaign/campaign.repository';
import { credits } from '../campaign/campaign-conditions';
import { CampaignConnection } from '../campaign/campaign-connection';
import { Organization } from '../stubs';

/** What campaigns add to an organisation. */
@Resolver(() => Organization)
export class OrganizationCampaignsResolver {
  @FieldResolver(() => CampaignConnection, {
    nullable: true,
    description: 'Campaigns and programmes it leads, by title.',
  })
  campaigns(
    @Root() organization: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => CampaignFilter, { nullable: true, description: 'Which of them.' })
    filter?: CampaignFilter,
  ): Promise<Connection<Campaign>> {
    return campaignsUnder(sql`t.organization_id = parent.id`, organization, context, page, filter);
  }

  @FieldResolver(() => CampaignConnection, {
    nullable: true,
    description: 'Campaigns and programmes in which it is named as taking part, by title.',
  })
  partnerCampaigns(
    @Root() organization: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => CampaignFilter, { nullable: true, description: 'Which of them.' })
    filter?: CampaignFilter,
  ): Promise<Connection<Campaign>> {
    return campaignsUnder(credits('PARTNER', sql`parent.id`), organization, context, page, filter);
  }

  @FieldResolver(() => CampaignConnection, {
    nullable: true,
    description: 'Campaigns and programmes it is named as paying for, by title.',
  })
  fundedCampaigns(
    @Root() organization: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => CampaignFilter, { nullable: true, description: 'Which of them.' })
    filter?: CampaignFilter,
  ): Promise<Connection<Campaign>> {
    return campaignsUnder(credits('FUNDER', sql`parent.id`), organization, context, page, filter);
  }
}

function campaignsUnder(
  perParent: Sql,
  { ref }: EntityReference,
  context: SubgraphContext,
  page: PageArguments,
  filter: CampaignFilter | undefined,
): Promise<Connection<Campaign>> {
  return connectionUnder(context, campaignListUnder(context, perParent, filter), ref, page);
}
