import { Column, PrimaryColumn } from 'typeorm';

/** What row-level security reads of a row: who owns it, and how far it is shared. */
export abstract class GuardedRow {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'sharing_level' })
  sharingLevel!: string;
}

/** A row that an organisation owns (`ownedTable`). A class whose `id` is in the graph adds the field to it. */
export abstract class OwnedRow extends GuardedRow {
  @PrimaryColumn('text')
  id!: string;
}

/** A row that belongs to another row of the same owner (`childTable`), in the order of the source. */
export abstract class ChildRow extends GuardedRow {
  /** The row it belongs to. */
  @PrimaryColumn('text', { name: 'subject_id' })
  subjectId!: string;

  @Column('integer')
  position!: number;
}

/** What a child repeats of the row it belongs to. */
export const childOf = ({ id, organizationId, sharingLevel }: OwnedRow) => ({
  organizationId,
  sharingLevel,
  subjectId: id,
});
