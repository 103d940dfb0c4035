import { term, termOrNull } from '../../../shared/taxonomy/term';
import type { Campaign } from './campaign.entity';

type Named = Pick<Campaign, 'title' | 'subtitle' | 'objective' | 'acronym' | 'slug' | 'kind' | 'country'>;

/** A reader looks for a programme by what it is called, what it is for, where it runs and what kind it is. */
export function searchTexts(campaign: Named, places: readonly string[]): string[] {
  const { title, subtitle, objective, acronym, slug, kind, country } = campaign;
  const labels = [
    term('programmeKinds', kind),
    termOrNull('countries', country),
    ...places.map((place) => term('places', place)),
  ].flatMap((word) => Object.values(word?.label ?? {}));
  return [
    ...[title, subtitle, objective].flatMap((text) => Object.values(text ?? {})),
    acronym ?? '',
    slug,
    ...labels,
  ];
}
