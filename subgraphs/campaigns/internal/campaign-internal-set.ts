import sql from 'sql-template-tag';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { insertRow, updateRows } from '../../../shared/database/write-rows';
import { TranslationInput, toTranslations } from '../../../shared/language/translation-input';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import { requireId } from '../../../shared/schema/type-id';
import { standardLevel } from '../../../shared/sharing/row-levels';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign } from '../campaign/campaign.entity';
import { CampaignInternal } from './campaign-internal.entity';

@InputType({
  description: 'What to note about a campaign of one’s own organisation. What is left out stays.',
})
export class CampaignInternalSetInput {
  @Field(() => ID, { description: 'The campaign.' })
  campaign!: string;

  @Field(() => [TranslationInput], { nullable: true, description: 'How it means to reach its aim.' })
  strategy?: TranslationInput[];

  @Field(() => [TranslationInput], { nullable: true, description: 'Notes on its money.' })
  budgetNotes?: TranslationInput[];
}

@ObjectType({ description: 'What became of it.' })
export class CampaignInternalSetPayload extends Payload {}

@Resolver(() => CampaignInternalSetPayload)
export class CampaignInternalSetResolver {
  @Mutation(() => CampaignInternalSetPayload, {
    nullable: true,
    description:
      'Notes the strategy and budget of a campaign of one’s own organisation; private until shared.',
  })
  async campaignInternalSet(
    @Arg('input', () => CampaignInternalSetInput, { description: 'What to note.' })
    { campaign: id, strategy, budgetNotes }: CampaignInternalSetInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const campaign = await loadById(context, Campaign, requireId('Campaign', id));
    if (campaign?.organizationId !== context.viewer.organizationId) refuse('NOT_FOUND', 'campaign');
    const changes = {
      ...(strategy && { strategy: toTranslations(strategy, 'strategy') }),
      ...(budgetNotes && { budgetNotes: toTranslations(budgetNotes, 'budgetNotes') }),
    };
    if (Object.keys(changes).length === 0) refuse('REQUIRED');
    const { organizationId } = campaign;
    const known = await updateRows(context.session, CampaignInternal, changes, sql`t.id = ${id}`);
    if (known === 0) {
      await insertRow(context.session, CampaignInternal, {
        organizationId,
        id,
        sharingLevel: await standardLevel(context, 'campaign.internal'),
        ...changes,
      });
    }
    return { id };
  }

  @FieldResolver(() => Campaign, { nullable: true, description: 'The campaign.' })
  campaign(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Campaign | null> | null {
    return id === undefined ? null : loadById(context, Campaign, id);
  }
}
