import type { SharingLevel } from './policy';

/**
 * The groups that a sharing agreement can open, of all subgraphs, with their ceilings: those with a cell that asks for
 * one (condition `C`). Agreements are kept by one subgraph and looked at by all; a test compares this with the matrix.
 */
export const agreementGroups: Readonly<Record<string, SharingLevel>> = {
  'member.directory': 'COALITION',
  'member.contact': 'COALITION',
  'stakeholder.engagement': 'COALITION',
  'campaign.internal': 'COALITION',
  'campaign.task': 'COALITION',
  'event.logistics': 'COALITION',
  'service.location': 'COALITION',
};
