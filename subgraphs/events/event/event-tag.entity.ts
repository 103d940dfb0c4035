import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the codes that an event has many of; `list` is the taxonomy list (`audiences`). */
@Entity({ schema: 'events', name: 'event_tag' })
export class EventTag {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'sharing_level' })
  sharingLevel!: string;

  /** The event. */
  @PrimaryColumn('text', { name: 'subject_id' })
  subjectId!: string;

  @PrimaryColumn('text')
  list!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('integer')
  position!: number;
}
