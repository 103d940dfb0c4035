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
import { Campaign } from '../campaign/campaign.entity';
import { Organization } from '../stubs';
import { CampaignPartnership } from './partnership.entity';
import { CampaignPartnershipFilter } from './partnership.inputs';
import { partnershipList } from './partnership.repository';

/** Made once: every list of partnerships answers with this type. */
export const CampaignPartnershipConnection = connectionType(CampaignPartnership, 'CampaignPartnership');

@Resolver(() => CampaignPartnership)
export class CampaignPartnershipResolver {
  @Query(() => CampaignPartnershipConnection, {
    nullable: true,
    description:
      'Working partnerships that one’s own organisation is party to, as the lead or as the one invited; the newest first.',
  })
  campaignPartnerships(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => CampaignPartnershipFilter, filterArgument) filter?: CampaignPartnershipFilter,
  ): Promise<Connection<CampaignPartnership>> {
    return connection(context, partnershipList(filter), page);
  }

  @Query(() => CampaignPartnership, {
    nullable: true,
    description: 'One working partnership; null when there is none that you may see.',
  })
  campaignPartnership(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<CampaignPartnership | null> {
    return loadById(context, CampaignPartnership, requireId('CampaignPartnership', id));
  }

  @FieldResolver(() => Campaign, {
    nullable: true,
    description: 'The campaign; null while its lead does not share it with you.',
  })
  campaign(
    @Root() { campaignId }: CampaignPartnership,
    @Ctx() context: SubgraphContext,
  ): Promise<Campaign | null> {
    return loadById(context, Campaign, campaignId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation that was invited.' })
  partner(@Root() { partnerId }: CampaignPartnership): EntityReference | null {
    return pointTo(partnerId);
  }
}

@Resolver(() => Campaign)
export class CampaignPartnershipsResolver {
  @FieldResolver(() => CampaignPartnershipConnection, {
    nullable: true,
    description:
      'Organisations that were invited to work on it, as far as one’s own is party; the newest invitation first.',
  })
  partnerships(
    @Root() { id }: Campaign,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => CampaignPartnershipFilter, filterArgument) filter?: CampaignPartnershipFilter,
  ): Promise<Connection<CampaignPartnership>> {
    const list = { ...partnershipList(filter), perParent: sql`t.campaign_id = parent.id` };
    return connectionUnder(context, list, id, page);
  }
}
