import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A subject of an organisation's identity provider, and who that is here. */
@Entity({ schema: 'members', name: 'external_identity' })
export class ExternalIdentity {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('text')
  issuer!: string;

  @PrimaryColumn('text')
  subject!: string;

  @Column('text', { name: 'person_id' })
  personId!: string;

  @Column('timestamptz', { name: 'linked_at' })
  linkedAt!: Date;
}
