import type { EntityManager } from 'typeorm';
import { campaignLinks } from '../../../shared/campaign-link/campaign-link';
import { childOf } from '../../../shared/database/rows';
import { indexForSearch } from '../../../shared/database/search';
import { seedRows } from '../../../shared/database/seed-rows';
import { tagRows } from '../../../shared/database/tags';
import type { Translations } from '../../../shared/language/localized-text';
import { seedId } from '../../../shared/schema/type-id';
import { type SourceRecord, term, termOrNull } from '../../../shared/taxonomy/term';
import { CampaignLink } from '../campaign-link';
import { StoryProfile, StoryProfileSource, StoryProfileTag } from '../story/story-profile.entity';
import storySeeds from './story-profiles.json';

/** A profile as it stands in `story-profiles.json`; its owner is the organisation of the programme. */
interface StorySeed {
  readonly slug: string;
  readonly label: Translations;
  readonly nationality: string | null;
  readonly livedIn: string;
  readonly occupation: Translations | null;
  readonly dependants: number | null;
  readonly situation: Translations;
  readonly needs: readonly string[];
  readonly outcome: Translations;
  readonly organisation: string;
  readonly programme: string;
  readonly services: readonly string[];
  readonly event: string | null;
  readonly source: SourceRecord[];
  readonly note: Translations | null;
}

/** Writes the seed profiles, each once; handle and sources stay out of the rows that people read. */
export async function seedStories(manager: EntityManager): Promise<void> {
  const seeds = storySeeds as unknown as StorySeed[];
  const seedOf = new Map(seeds.map((seed) => [seedId('StoryProfile', seed.slug), seed]));
  const fresh = (await seedRows(manager, 'legal', StoryProfile, seeds.map(toProfile))).map((row) => ({
    row,
    seed: seedOf.get(row.id)!,
  }));
  await manager.insert(
    StoryProfileTag,
    fresh.flatMap(({ row, seed }) => tagRows(row, tagLists(seed))),
  );
  await manager.insert(
    CampaignLink,
    fresh.flatMap(({ row, seed }) => campaignLinks(row, seedId('Campaign', seed.programme))),
  );
  await manager.insert(
    StoryProfileSource,
    fresh.map(({ row, seed }) => toSource(row, seed)),
  );
  await indexForSearch(
    manager,
    'legal',
    'story_profile',
    fresh.map(({ row, seed }) => ({ ...row, texts: searchTexts(seed) })),
  );
}

function toProfile(seed: StorySeed): StoryProfile {
  return {
    id: seedId('StoryProfile', seed.slug),
    organizationId: seedId('Organization', seed.organisation),
    sharingLevel: 'COALITION_SUMMARY',
    label: seed.label,
    nationality: seed.nationality,
    livedIn: seed.livedIn,
    occupation: seed.occupation,
    dependants: seed.dependants,
    situation: seed.situation,
    outcome: seed.outcome,
    eventId: seed.event && seedId('Event', seed.event),
  };
}

const tagLists = (seed: StorySeed) => ({
  needs: seed.needs,
  services: seed.services.map((slug) => seedId('Service', slug)),
});

const toSource = (row: StoryProfile, seed: StorySeed): StoryProfileSource => ({
  ...childOf(row),
  sources: seed.source,
  note: seed.note,
});

/** Only words that a reader of the profile sees anyway; its programme may be hidden from them, so its handle is none. */
function searchTexts(seed: StorySeed): string[] {
  const labels = [
    termOrNull('countries', seed.nationality),
    term('countries', seed.livedIn),
    ...seed.needs.map((code) => term('serviceCategories', code)),
  ].filter((label) => label !== null);
  return [
    ...[seed.label, seed.situation, seed.occupation ?? {}, seed.outcome].flatMap((text) =>
      Object.values(text),
    ),
    ...labels.flatMap(({ label }) => Object.values(label)),
    seed.organisation,
  ];
}
