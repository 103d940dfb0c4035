/**
 * Organisations of these kinds take no sides on a bill (`organisationKinds`): UN bodies and other intergovernmental
 * organisations with their offices, consulates, national agencies, legislative bodies. The database holds to it as well.
 */
export const kindsWithoutSides: readonly string[] = [
  'UN_AGENCY',
  'INTERGOVERNMENTAL_ORGANISATION',
  'IGO_COUNTRY_OFFICE',
  'CONSULATE',
  'GOVERNMENT_AGENCY',
  'LEGISLATIVE_BODY',
];
