import type { Group, TableRule } from '../permission/policy';

/** The log, and the heads of its chains, in every subgraph. */
export const auditGroups: Readonly<Record<string, Group>> = {
  'audit.org': {
    ceiling: 'PRIVATE',
    standard: 'PRIVATE',
    cells: {
      ORG_ADMIN: 'rx/-',
      CASEWORKER: 'r@U/-',
      CAMPAIGNER: 'r@U/-',
      VIEWER: 'r@U/-',
      COALITION_STAFF: 'r@U/-',
      TOOL: '-/-',
      PUBLIC: '-/-',
    },
    audited: true,
  },
  'audit.head': {
    ceiling: 'COALITION',
    standard: 'COALITION',
    cells: {
      ORG_ADMIN: 'r/r',
      CASEWORKER: 'r/r',
      CAMPAIGNER: 'r/r',
      VIEWER: 'r/r',
      COALITION_STAFF: 'r/r',
      TOOL: '-/-',
      PUBLIC: '-/-',
    },
  },
};

export const auditTables: Readonly<Record<string, TableRule>> = {
  audit_entry: {
    group: 'audit.org',
    conditions: { U: 'person_id = (select hub.viewer_person())' },
    auditor: 'select, insert',
  },
  audit_head: { group: 'audit.head', auditor: 'select, insert, update' },
};
