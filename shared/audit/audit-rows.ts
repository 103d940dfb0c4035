import type { ClassType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row of the log: who read or changed which records of an organisation. `bigint` comes as text. */
export interface AuditEntryRow {
  readonly organizationId: string;
  readonly id: string;
  readonly sequence: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly actorOrganizationId: string | null;
  readonly roles: string;
  readonly toolKeyId: string | null;
  readonly operation: string;
  readonly groupName: string;
  readonly record: string;
  readonly subjectIds: readonly string[];
  readonly requestId: string | null;
  readonly hash: Buffer;
}

/** Where the chain of an organisation ends. */
export interface AuditHeadRow {
  readonly organizationId: string;
  readonly sequence: string;
  readonly hash: Buffer;
  readonly at: Date;
}

/** The entities of one subgraph's log; its tables are made by `audit-sql.ts`. */
export function auditEntities(schema: string) {
  @Entity({ schema, name: 'audit_entry' })
  class AuditEntry implements AuditEntryRow {
    @PrimaryColumn('text', { name: 'organization_id' })
    organizationId!: string;

    @Column('text')
    id!: string;

    @PrimaryColumn('bigint')
    sequence!: string;

    @Column('timestamptz')
    at!: Date;

    @Column('text', { name: 'person_id', nullable: true })
    personId!: string | null;

    @Column('text', { name: 'actor_organization_id', nullable: true })
    actorOrganizationId!: string | null;

    @Column('text')
    roles!: string;

    @Column('text', { name: 'tool_key_id', nullable: true })
    toolKeyId!: string | null;

    @Column('text')
    operation!: string;

    @Column('text', { name: 'group_name' })
    groupName!: string;

    @Column('text')
    record!: string;

    @Column('text', { name: 'subject_ids', array: true })
    subjectIds!: string[];

    @Column('text', { name: 'request_id', nullable: true })
    requestId!: string | null;

    @Column('bytea')
    hash!: Buffer;
  }

  @Entity({ schema, name: 'audit_head' })
  class AuditHead implements AuditHeadRow {
    @PrimaryColumn('text', { name: 'organization_id' })
    organizationId!: string;

    @Column('bigint')
    sequence!: string;

    @Column('bytea')
    hash!: Buffer;

    @Column('timestamptz')
    at!: Date;
  }

  return {
    AuditEntry: AuditEntry as ClassType<AuditEntryRow>,
    AuditHead: AuditHead as ClassType<AuditHeadRow>,
  };
}
