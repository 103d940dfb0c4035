import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadTerms } from '../../../shared/database/tags';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireCode, type TermRecord } from '../../../shared/taxonomy/term';
import { Place, Term } from '../../../shared/taxonomy/term.type';
import { Instrument } from '../instrument/instrument.type';
import { SdgTarget } from '../sdg-target/sdg-target.type';
import { Campaign } from './campaign.entity';
import { CampaignTag } from './campaign-tag.entity';

/** What a campaign has several of. Each list keeps the order of the source. */
@Resolver(() => Campaign)
export class CampaignTermsResolver {
  @FieldResolver(() => [SdgTarget], { description: 'Targets of the Sustainable Development Goals it lists.' })
  sdgTargets(@Root() campaign: Campaign, @Ctx() context: SubgraphContext): Promise<TermRecord[]> {
    return loadTerms(context, CampaignTag, campaign.id, 'sdgTargets');
  }

  @FieldResolver(() => [Term], { description: 'What it is about (`themes`).' })
  themes(@Root() campaign: Campaign, @Ctx() context: SubgraphContext): Promise<TermRecord[]> {
    return loadTerms(context, CampaignTag, campaign.id, 'themes');
  }

  @FieldResolver(() => [Term], {
    description: 'Levels of government it works at or with, where the source says (`governmentLevels`).',
  })
  governmentLevels(@Root() campaign: Campaign, @Ctx() context: SubgraphContext): Promise<TermRecord[]> {
    return loadTerms(context, CampaignTag, campaign.id, 'governmentLevels');
  }

  @FieldResolver(() => [Term], {
    description:
      'Forms in which it works with government, companies, media and others (`collaborationKinds`).',
  })
  collaborationKinds(@Root() campaign: Campaign, @Ctx() context: SubgraphContext): Promise<TermRecord[]> {
    return loadTerms(context, CampaignTag, campaign.id, 'collaborationKinds');
  }

  @FieldResolver(() => [Term], { description: 'Whom it is for, or addressed to (`audiences`).' })
  audiences(@Root() campaign: Campaign, @Ctx() context: SubgraphContext): Promise<TermRecord[]> {
    return loadTerms(context, CampaignTag, campaign.id, 'audiences');
  }

  @FieldResolver(() => [Place], { description: 'Cities, neighbourhoods and regions it works in.' })
  async places(
    @Root() campaign: Campaign,
    @Ctx() context: SubgraphContext,
    @Arg('kind', () => String, {
      nullable: true,
      description: 'Only places of this kind (taxonomy `placeKinds`).',
    })
    kind?: string,
  ): Promise<TermRecord[]> {
    if (kind != null) requireCode('placeKinds', kind);
    const places = await loadTerms(context, CampaignTag, campaign.id, 'places');
    return places.filter(({ raw }) => kind == null || raw.kind === kind);
  }

  @FieldResolver(() => [Instrument], {
    description: 'Laws, charters, policies and frameworks that it rests on, is paid under or carries out.',
  })
  instruments(@Root() campaign: Campaign, @Ctx() context: SubgraphContext): Promise<TermRecord[]> {
    return loadTerms(context, CampaignTag, campaign.id, 'instruments');
  }
}
