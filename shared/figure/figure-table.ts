import { type ClassType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { NeededFor } from '../database/columns-asked';
import { ownedTable, searchTable } from '../database/ddl';
import { OwnedRow } from '../database/rows';
import type { FigureRow } from './reported-figure';

/** The entity of one subgraph's `figure` table: every subgraph keeps the figures of its own subject. */
export function figureEntity(schema: string): ClassType<FigureRow> {
  @Entity({ schema, name: 'figure' })
  class ReportedFigure extends OwnedRow implements FigureRow {
    @NeededFor('slug')
    @Column('text')
    slug!: string;

    @NeededFor('label')
    @Column('jsonb')
    label!: FigureRow['label'];

    @NeededFor('measure')
    @Column('float8')
    value!: number;

    @NeededFor('measure')
    @Column('text')
    unit!: string;

    @NeededFor('measure')
    @Column('text')
    qualifier!: string;

    @NeededFor('measure')
    @Column('text')
    basis!: string;

    @NeededFor('restatement')
    @Column('boolean')
    restatement!: boolean;

    @NeededFor('printedAs')
    @Column('text', { name: 'printed_as', nullable: true })
    printedAs!: string | null;

    @NeededFor('period')
    @Column('jsonb', { name: 'period_label', nullable: true })
    periodLabel!: FigureRow['periodLabel'];

    @NeededFor('period')
    @Column('date', { name: 'period_start', nullable: true })
    periodStart!: string | null;

    @NeededFor('period', 'measure')
    @Column('date', { name: 'period_end', nullable: true })
    periodEnd!: string | null;

    /** The span that the figure's document reports on, for figures without dates of their own. */
    @NeededFor()
    @Column('date', { name: 'reported_start', nullable: true })
    reportedStart!: string | null;

    @NeededFor('measure')
    @Column('date', { name: 'reported_end', nullable: true })
    reportedEnd!: string | null;

    @NeededFor('event')
    @Column('text', { name: 'event_id', nullable: true })
    eventId!: string | null;

    @NeededFor('parts')
    @Column('jsonb')
    parts!: FigureRow['parts'];

    @NeededFor('spans')
    @Column('jsonb')
    spans!: FigureRow['spans'];

    @NeededFor('sources')
    @Column('jsonb')
    sources!: FigureRow['sources'];

    @NeededFor('note')
    @Column('jsonb', { nullable: true })
    note!: FigureRow['note'];
  }
  return ReportedFigure;
}

/** The table behind {@link figureEntity}, for the subgraph's first migration. */
export const figureTable = (schema: string) => `${ownedTable(
  schema,
  'figure',
  'PUBLIC',
  `slug text collate "C" not null,
  label jsonb not null,
  value double precision not null,
  unit text collate "C" not null,
  qualifier text collate "C" not null check (qualifier in ('EXACT', 'MORE_THAN', 'ALMOST', 'APPROXIMATE')),
  basis text collate "C" not null check (basis in ('REPORTED', 'PLANNING_SHEET', 'COMPUTED')),
  restatement boolean not null,
  printed_as text,
  period_label jsonb,
  period_start date,
  period_end date,
  reported_start date,
  reported_end date,
  event_id text collate "C",
  parts jsonb not null,
  spans jsonb not null,
  sources jsonb not null,
  note jsonb,
  unique (organization_id, slug)`,
)}
create index figure_slug on ${schema}.figure (slug, id);
create index figure_organization on ${schema}.figure (organization_id, slug, id);
create index figure_event on ${schema}.figure (event_id, slug, id);
${searchTable(schema, 'figure')}`;
