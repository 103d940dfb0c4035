import { registerEnumType } from 'type-graphql';

/** The levels as clients name them; the order is that of `sharingLevels`. */
export enum SharingLevelName {
  PRIVATE = 'PRIVATE',
  AGGREGATE_ONLY = 'AGGREGATE_ONLY',
  COALITION_SUMMARY = 'COALITION_SUMMARY',
  COALITION = 'COALITION',
  PUBLIC = 'PUBLIC',
}
registerEnumType(SharingLevelName, {
  name: 'SharingLevel',
  description: 'How far data is shared, from nobody else to everybody.',
  valuesConfig: {
    PRIVATE: { description: 'With nobody else.' },
    AGGREGATE_ONLY: { description: 'Counted in totals that name nobody, and in nothing else.' },
    COALITION_SUMMARY: { description: 'With every member organisation.' },
    COALITION: {
      description: 'With every member organisation; what needs an agreement, with those who have one.',
    },
    PUBLIC: { description: 'With everybody.' },
  },
});
