import type { Policy } from '../permission/policy';
import { connectionFields } from '../permission/value-types';

/** Fields of the log's types in one subgraph; its root fields stand in the subgraph's own policy. */
export const accessLogFields = (subgraph: string): Policy['fields'] => ({
  AccessLog: { open: ['ref'], 'audit.org': [subgraph] },
  AccessLogPart: { 'audit.org': ['entries'], 'audit.head': ['head'] },
  AccessLogEntry: {
    'audit.org': [
      'id',
      'sequence',
      'at',
      'person',
      'organization',
      'roles',
      'tool',
      'operation',
      'group',
      'record',
      'subjects',
      'requestId',
      'hash',
    ],
  },
  AuditHead: { 'audit.head': ['organization', 'sequence', 'hash', 'at'] },
  ...connectionFields('AccessLogEntry', 'AuditHead'),
});
