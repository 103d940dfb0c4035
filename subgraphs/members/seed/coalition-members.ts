/** Organisations of the seed data that own a programme, a figure, an event or a service: the active members. */
const coalitionMembers: ReadonlySet<string> = new Set([
  'beirut-municipal-social-cell',
  'bicf',
  'bnaac',
  'casablanca-migrants-salon',
  'city-of-baltimore',
  'greater-amman-municipality',
  'hudc',
  'iom',
  'iom-algeria',
  'iom-morocco',
  'la-marsa-migrant-coordination-unit',
  'mc2cm',
  'mima',
  'municipality-la-marsa',
  'nair',
  'nair-legal-network',
  'nair-member-organisations',
  'rabat-migration-observatory',
  'raoued-la-marsa-information-office',
  'sfax-reception-centre',
  'tangier-local-migration-office',
  'tangier-one-stop-point',
]);

/** Everybody else is a directory entry, kept by the coalition. */
export const isMember = (slug: string) => coalitionMembers.has(slug);

export const memberSlugs: readonly string[] = [...coalitionMembers];
