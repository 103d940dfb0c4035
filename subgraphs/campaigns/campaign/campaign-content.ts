import { inBothLanguages, type TranslationInput } from '../../../shared/language/translation-input';
import { givenCode, givenCodes, givenDay, givenIds, givenLine } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import type { Campaign } from './campaign.entity';
import type { CreditRole } from './campaign-credit.entity';
import type { CampaignParts } from './campaign-parts.inputs';
import { type TagList, tagLists } from './campaign-tag.entity';
import { periodLabel } from './period-label';

type Content = CampaignParts & { kind?: string | null; title?: TranslationInput[] | null };
type Days = Pick<Campaign, 'periodStart' | 'periodEnd'>;

/**
 * The columns that an input changes.
 * @param before the days that stay where it names none
 * @throws Refusal that names the field
 */
export function readColumns(content: Content, before: Days): Partial<Campaign> {
  const { kind, title, subtitle, acronym, objective, country } = content;
  return {
    ...(kind != null && { kind: givenCode('programmeKinds', kind, 'kind') }),
    ...(title != null && { title: inBothLanguages(title, 'title') }),
    ...(subtitle !== undefined && { subtitle: subtitle && inBothLanguages(subtitle, 'subtitle') }),
    ...(acronym !== undefined && { acronym: acronym && givenLine(acronym, 'acronym', 40) }),
    // A text of one's own is written nowhere else.
    ...(objective !== undefined && {
      objective: objective && inBothLanguages(objective, 'objective'),
      objectiveSources: [],
    }),
    ...(country !== undefined && { country: country && givenCode('countries', country, 'country') }),
    ...readDays(content, before),
  };
}

function readDays({ startsOn, endsOn }: Content, before: Days): Partial<Campaign> {
  if (startsOn === undefined && endsOn === undefined) return {};
  const periodStart =
    startsOn === undefined ? before.periodStart : startsOn && givenDay(startsOn, 'startsOn');
  const periodEnd = endsOn === undefined ? before.periodEnd : endsOn && givenDay(endsOn, 'endsOn');
  if (periodStart && periodEnd && periodEnd < periodStart) refuse('DATES_CONTRADICT', 'endsOn');
  return { periodStart, periodEnd, periodLabel: periodLabel(periodStart, periodEnd) };
}

/** The lists of codes that an input replaces. */
export function readTags(content: Content): Partial<Record<TagList, string[]>> {
  return Object.fromEntries(
    tagLists.flatMap((list) => {
      const codes = content[list];
      return codes == null ? [] : [[list, givenCodes(list, codes, list)]];
    }),
  );
}

/** The organisations to credit that an input replaces. */
export function readCredits({ partners, funders }: Content): Partial<Record<CreditRole, string[]>> {
  return {
    ...(partners != null && { PARTNER: givenIds('Organization', partners, 'partners') }),
    ...(funders != null && { FUNDER: givenIds('Organization', funders, 'funders') }),
  };
}
