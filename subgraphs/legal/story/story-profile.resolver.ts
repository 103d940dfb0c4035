import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadCampaignRef } from '../../../shared/campaign-link/campaign-link';
import { loadById } from '../../../shared/database/load-rows';
import { loadCodes } from '../../../shared/database/tags';
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
import { type TermRecord, term, termOrNull, termsOf } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { CampaignLink } from '../campaign-link';
import { Service } from '../service/service.entity';
import { Campaign, Event, Organization } from '../stubs';
import { StoryProfile, StoryProfileTag } from './story-profile.entity';
import { StoryProfileFilter } from './story-profile.inputs';
import { ownedProfileList, storyProfileList } from './story-profile.repository';

const StoryProfileConnection = connectionType(StoryProfile, 'StoryProfile');

@Resolver(() => StoryProfile)
export class StoryProfileResolver {
  @Query(() => StoryProfileConnection, {
    nullable: true,
    description: 'Anonymised stories that organisations share with the coalition, by label.',
  })
  storyProfiles(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => StoryProfileFilter, filterArgument)
    filter?: StoryProfileFilter,
  ): Promise<Connection<StoryProfile>> {
    return connection(context, storyProfileList(context, filter), page);
  }

  @Query(() => StoryProfile, {
    nullable: true,
    description: 'One story profile; null when there is none that you may see.',
  })
  storyProfile(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<StoryProfile | null> {
    return loadById(context, StoryProfile, requireId('StoryProfile', id));
  }

  @Directive('@inaccessible')
  @FieldResolver(() => ID, {
    description: 'Points at the entity between subgraphs; not part of the public schema.',
  })
  ref(@Root() profile: StoryProfile): string {
    return profile.id;
  }

  @FieldResolver(() => Term, {
    nullable: true,
    description: 'Their nationality (ISO 3166-1, list `countries`); null where it is left out.',
  })
  nationality(@Root() profile: StoryProfile): TermRecord | null {
    return termOrNull('countries', profile.nationality);
  }

  @FieldResolver(() => Term, { description: 'The country they lived in (ISO 3166-1, list `countries`).' })
  livedIn(@Root() profile: StoryProfile): TermRecord {
    return term('countries', profile.livedIn);
  }

  @FieldResolver(() => [Term], { description: 'What they needed (`serviceCategories`).' })
  async needs(@Root() profile: StoryProfile, @Ctx() context: SubgraphContext): Promise<TermRecord[]> {
    return termsOf('serviceCategories', await loadCodes(context, StoryProfileTag, profile.id, 'needs'));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation whose programme helped; it keeps the profile.',
  })
  organization(@Root() profile: StoryProfile): EntityReference | null {
    return pointTo(profile.organizationId);
  }

  @FieldResolver(() => Campaign, { nullable: true, description: 'The campaign or programme that helped.' })
  campaign(@Root() profile: StoryProfile, @Ctx() context: SubgraphContext): Promise<EntityReference | null> {
    return loadCampaignRef(context, CampaignLink, profile.id);
  }

  @FieldResolver(() => [Service], { description: 'The services they used, as far as you may see them.' })
  async services(@Root() profile: StoryProfile, @Ctx() context: SubgraphContext): Promise<Service[]> {
    const ids = await loadCodes(context, StoryProfileTag, profile.id, 'services');
    const found = await Promise.all(ids.map((id) => loadById(context, Service, id)));
    return found.filter((service) => service !== null);
  }

  @FieldResolver(() => Event, { nullable: true, description: 'The event that the story tells of.' })
  event(@Root() profile: StoryProfile): EntityReference | null {
    return pointTo(profile.eventId);
  }
}

@Resolver(() => Organization)
export class OrganizationStoriesResolver {
  @FieldResolver(() => StoryProfileConnection, {
    nullable: true,
    description: 'Anonymised stories of people whom its programmes helped, by label.',
  })
  storyProfiles(
    @Root() organization: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => StoryProfileFilter, filterArgument)
    filter?: StoryProfileFilter,
  ): Promise<Connection<StoryProfile>> {
    return connectionUnder(context, ownedProfileList(context, filter), organization.ref, page);
  }
}
