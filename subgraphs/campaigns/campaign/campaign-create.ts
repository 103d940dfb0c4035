import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { indexNewRow } from '../../../shared/database/search';
import { insertRow } from '../../../shared/database/write-rows';
import { newId } from '../../../shared/schema/type-id';
import { standardLevel } from '../../../shared/sharing/row-levels';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign, CampaignStatus } from './campaign.entity';
import { CampaignPayload } from './campaign.payload';
import { readColumns, readCredits, readTags } from './campaign-content';
import { CampaignCreateInput } from './campaign-parts.inputs';
import { searchTexts } from './campaign-search';
import { writeCredits, writeTags } from './write-campaign-lists';

@Resolver()
export class CampaignCreateResolver {
  @Mutation(() => CampaignPayload, {
    nullable: true,
    description:
      'Plans a campaign that one’s own organisation leads. It is shared as the organisation shares its campaigns.',
  })
  async campaignCreate(
    @Arg('input', () => CampaignCreateInput, { description: 'What it is about.' })
    input: CampaignCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const tags = readTags(input);
    const credits = readCredits(input);
    const campaign = { ...blank(), ...readColumns(input, blank()) } as Campaign;
    campaign.slug = handleOf(campaign);
    campaign.organizationId = context.viewer.organizationId!;
    campaign.sharingLevel = await standardLevel(context, 'campaign.summary');
    await insertRow(context.session, Campaign, campaign);
    await writeTags(context, campaign, tags);
    await writeCredits(context, campaign, credits);
    const texts = searchTexts(campaign, tags.places ?? []);
    await indexNewRow(context.session, 'campaigns', 'campaign', { ...campaign, texts });
    return { id: campaign.id };
  }
}

const blank = () => ({
  id: newId('Campaign'),
  subtitle: null,
  acronym: null,
  objective: null,
  objectiveSources: [],
  status: CampaignStatus.PLANNED,
  columnReading: 'CLEAR',
  country: null,
  periodStart: null,
  periodEnd: null,
  sources: [],
});

/** From its English title; the end of its id keeps it apart from another of that name. */
function handleOf({ title, id }: Campaign): string {
  const name = title
    .en!.normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return `${name || 'campaign'}-${id.slice(-6)}`;
}
