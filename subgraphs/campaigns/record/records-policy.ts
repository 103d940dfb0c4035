import type { PolicyPart } from '../../../shared/permission/policy';
import { recordFields, recordRule } from './record-policy';

/** What organisations say, publish and find: part of what is told of campaigns. */
export const recordsPolicy: Pick<PolicyPart, 'fields' | 'tables'> & {
  readonly [fields in 'queries' | 'creates' | 'updates' | 'archives']: readonly string[];
} = {
  queries: [
    ...['mediaItems', 'mediaItem', 'publications', 'publication'],
    ...['oversightReports', 'oversightReport', 'oversightReportsDue'],
  ],
  creates: ['mediaItemCreate', 'publicationCreate', 'oversightReportCreate'],
  updates: ['mediaItemUpdate', 'publicationUpdate', 'oversightReportUpdate'],
  archives: ['mediaItemArchive', 'publicationArchive', 'oversightReportArchive'],
  fields: {
    MediaItem: {
      'campaign.summary': [...recordFields, 'kind', 'publishedOn', 'outlet', 'language'],
      'bill.record': ['bill'],
    },
    MediaItemPayload: { open: ['mediaItem', 'userErrors'] },
    Publication: {
      'campaign.summary': [...recordFields, 'kind', 'publishedOn', 'summary', 'languages'],
      'bill.record': ['bill'],
    },
    PublicationPayload: { open: ['publication', 'userErrors'] },
    OversightReport: {
      'campaign.summary': [
        ...recordFields,
        ...['governmentAction', 'finding', 'foundOn', 'response', 'followUpOn'],
      ],
      'bill.record': ['bill'],
    },
    OversightReportPayload: { open: ['oversightReport', 'userErrors'] },
  },
  tables: {
    media_item: recordRule('kind', 'published_on', 'outlet', 'language'),
    publication: recordRule('kind', 'published_on', 'summary', 'languages'),
    oversight_report: recordRule('government_action', 'finding', 'found_on', 'response', 'follow_up_on'),
  },
};
