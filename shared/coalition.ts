import { seedId } from './schema/type-id';

/** The organisation that keeps the directory, admits members, and whose goals and challenges the vocabularies list. */
export const coalition = 'nair';

export const coalitionId = seedId('Organization', coalition);
