import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { indexChangedRow } from '../../../shared/database/search';
import { loadCodes } from '../../../shared/database/tags';
import { reviseRow } from '../../../shared/database/write-rows';
import { Conflict, refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign } from './campaign.entity';
import { CampaignPayload } from './campaign.payload';
import { readColumns, readCredits, readTags } from './campaign-content';
import { CampaignUpdateInput } from './campaign-parts.inputs';
import { searchTexts } from './campaign-search';
import { CampaignTag } from './campaign-tag.entity';
import { requireOwnCampaign } from './own-campaign';
import { writeCredits, writeTags } from './write-campaign-lists';

@Resolver()
export class CampaignUpdateResolver {
  @Mutation(() => CampaignPayload, {
    nullable: true,
    description: 'Changes a campaign of one’s own organisation.',
  })
  async campaignUpdate(
    @Arg('input', () => CampaignUpdateInput, { description: 'What to change.' })
    { campaign: id, version, ...content }: CampaignUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const before = await requireOwnCampaign(context, id);
    if (before.version !== version) throw new Conflict(id);
    const changes = readColumns(content, before);
    const tags = readTags(content);
    const credits = readCredits(content);
    if ([changes, tags, credits].every((part) => Object.keys(part).length === 0)) refuse('REQUIRED');
    const placesBefore = await loadCodes(context, CampaignTag, id, 'places');
    await reviseRow(context.session, Campaign, before, changes);
    // Nobody changes its level from now on, and what hangs on it takes the level that it has.
    context.forget();
    const now = await requireOwnCampaign(context, id);
    await writeTags(context, now, tags);
    await writeCredits(context, now, credits);
    await indexChangedRow(
      context.session,
      'campaigns',
      'campaign',
      { ...now, texts: searchTexts(now, tags.places ?? placesBefore) },
      searchTexts(before, placesBefore),
    );
    return { id };
  }
}
