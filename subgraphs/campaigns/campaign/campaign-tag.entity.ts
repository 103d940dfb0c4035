import { tagEntity } from '../../../shared/database/tags';

/** Vocabularies of which a campaign has several terms. */
export const tagLists = [
  'sdgTargets',
  'themes',
  'governmentLevels',
  'collaborationKinds',
  'audiences',
  'places',
  'instruments',
] as const;
export type TagList = (typeof tagLists)[number];

export const CampaignTag = tagEntity('campaigns', 'campaign');
