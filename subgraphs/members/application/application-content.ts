import {
  inBothLanguages,
  type TranslationInput,
  toTranslations,
} from '../../../shared/language/translation-input';
import { givenLine } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import { requireCode } from '../../../shared/taxonomy/term';
import type { Application } from './application.entity';

/** What people say in an application; for a new one, all of it. */
export interface ApplicationContent {
  readonly name?: TranslationInput[] | null;
  readonly kind?: string | null;
  readonly country?: string | null;
  readonly place?: string | null;
  readonly description?: TranslationInput[] | null;
  readonly contactName?: string | null;
  readonly contactEmail?: string | null;
  readonly reason?: string | null;
}

/**
 * The columns that it changes.
 * @throws Refusal that names the field; HubError UNKNOWN_CODE
 */
export function readContent(content: ApplicationContent): Partial<Application> {
  const { name, kind, country, place, description, contactName, contactEmail, reason } = content;
  return {
    ...(name && { name: inBothLanguages(name, 'name') }),
    ...(kind && { kind: requireCode('organisationKinds', kind) }),
    ...(country && { country: requireCode('countries', country) }),
    ...(place !== undefined && { place: place === null ? null : requireCode('places', place) }),
    ...(description && { description: toTranslations(description, 'description') }),
    ...(contactName != null && { contactName: givenLine(contactName, 'contactName', 200) }),
    ...(contactEmail != null && { contactEmail: address(contactEmail) }),
    ...(reason != null && { reason: givenLine(reason, 'reason', 5_000) }),
  };
}

function address(text: string): string {
  const said = givenLine(text, 'contactEmail', 254);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(said)) refuse('INVALID', 'contactEmail');
  return said;
}
