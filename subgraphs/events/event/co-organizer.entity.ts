import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation that organises an event besides the organiser, who owns the row. */
@Entity({ schema: 'events', name: 'event_co_organizer' })
export class CoOrganizer {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'sharing_level' })
  sharingLevel!: string;

  /** The event. */
  @PrimaryColumn('text', { name: 'subject_id' })
  subjectId!: string;

  @PrimaryColumn('text', { name: 'co_organizer_id' })
  coOrganizerId!: string;

  @Column('integer')
  position!: number;
}
