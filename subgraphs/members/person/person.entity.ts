import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Translations } from '../../../shared/language/localized-text';

/** Somebody who signs in. Not in the graph: the gateway learns who is asking through `members.viewer`. */
@Entity({ schema: 'members', name: 'person' })
export class Person {
  @PrimaryColumn('text')
  id!: string;

  @Column('jsonb')
  name!: Translations;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
}
