import { Entity, PrimaryColumn } from 'typeorm';
import { ChildRow } from '../../../shared/database/rows';

/** An organisation that organises an event besides the organiser, who owns the row. */
@Entity({ schema: 'events', name: 'event_co_organizer' })
export class CoOrganizer extends ChildRow {
  @PrimaryColumn('text', { name: 'co_organizer_id' })
  coOrganizerId!: string;
}
