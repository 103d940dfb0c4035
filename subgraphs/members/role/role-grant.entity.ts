import { Column, Entity, PrimaryColumn } from 'typeorm';

abstract class Grant {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('text', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('text')
  role!: string;

  /** The person who granted it; null for the first ones of a hub. */
  @Column('text', { name: 'granted_by', nullable: true })
  grantedBy!: string | null;

  @Column('timestamptz', { name: 'granted_at' })
  grantedAt!: Date;
}

/** A role that a person holds in an organisation: VIEWER, CAMPAIGNER or COALITION_STAFF; several roles add up. */
@Entity({ schema: 'members', name: 'role_grant' })
export class RoleGrant extends Grant {}

/** ORG_ADMIN and CASEWORKER, which open other people's rights or client files. */
@Entity({ schema: 'members', name: 'sensitive_role_grant' })
export class SensitiveRoleGrant extends Grant {}
