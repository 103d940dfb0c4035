import { allTerms } from '../../../shared/taxonomy/term';

/** Codes of the list `serviceAreas` that the program itself speaks of. */
export type ServiceAreaCode = 'LANGUAGE_ACCESS' | 'ASSISTANCE' | 'RETURN';

/** The categories of an area: services store their category only, so an area can never disagree with it. */
export const categoriesOf = (area: string): string[] =>
  allTerms('serviceCategories')
    .filter(({ raw }) => raw.area === area)
    .map(({ code }) => code);
