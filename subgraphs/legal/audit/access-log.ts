import { defineAccessLog } from '../../../shared/audit/define-access-log';
import { Organization } from '../stubs';

/** Who read or changed what in this subgraph. */
export const { accessLogResolvers, auditEntities } = defineAccessLog({ schema: 'legal', Organization });
