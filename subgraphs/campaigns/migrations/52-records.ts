import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recordTable } from '../record/record-table';

const mediaItem = recordTable({
  name: 'media_item',
  columns: `kind text collate "C" not null check (kind in ('STATEMENT', 'PRESS_RELEASE', 'INTERVIEW', 'OP_ED', 'COVERAGE')),
  published_on date not null,
  outlet jsonb,
  language text collate "C"`,
  day: 'published_on',
  narrowedBy: ['kind'],
});

const publication = recordTable({
  name: 'publication',
  columns: `kind text collate "C" not null check (kind in ('RESEARCH', 'DATA_BRIEF', 'TOOLKIT', 'POLICY_PAPER', 'REPORT')),
  published_on date not null,
  summary jsonb,
  languages text[] not null default '{}'`,
  day: 'published_on',
  narrowedBy: ['kind'],
});

const oversightReport = `${recordTable({
  name: 'oversight_report',
  columns: `government_action jsonb not null,
  finding jsonb not null,
  found_on date not null,
  response jsonb,
  follow_up_on date,
  check (follow_up_on >= found_on)`,
  day: 'found_on',
})}
create index oversight_report_due on campaigns.oversight_report (follow_up_on, id) where archived_at is null;`;

/** What organisations say, publish and find. */
export class Records52 implements MigrationInterface {
  readonly name = 'Records1790000000052';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [mediaItem, publication, oversightReport]) await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table campaigns.media_item, campaigns.publication, campaigns.oversight_report');
  }
}
