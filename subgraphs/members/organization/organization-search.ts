import { termOrNull } from '../../../shared/taxonomy/term';
import type { Organization } from './organization.entity';

/** A reader looks for an organisation by its name, acronym, handle, town, or what it does. */
export function searchTexts(
  row: Pick<Organization, 'name' | 'description' | 'acronym' | 'slug' | 'place'>,
): string[] {
  const place = termOrNull('places', row.place);
  return [
    ...Object.values(row.name),
    ...Object.values(row.description),
    row.acronym ?? '',
    row.slug,
    ...Object.values(place?.label ?? {}),
  ];
}
