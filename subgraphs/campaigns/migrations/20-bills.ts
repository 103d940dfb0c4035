import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childTable, ownedTable, searchTable } from '../../../shared/database/ddl';
import { tagTable } from '../../../shared/database/tags';
import { allTerms } from '../../../shared/taxonomy/term';

/** The codes of a vocabulary as SQL literals. Codes that are added later need a migration of their own. */
const codes = (list: string) =>
  allTerms(list)
    .map(({ code }) => `'${code}'`)
    .join(', ');
const organizations = codes('legislativeOrganizations');

const jurisdiction = `${ownedTable(
  'campaigns',
  'jurisdiction',
  'PUBLIC',
  `ocd_id text collate "C" not null,
  name jsonb not null,
  classification text collate "C" not null check (classification in (${codes('jurisdictionClassifications')})),
  as_of timestamptz,
  unique (organization_id, ocd_id)`,
)}
create index jurisdiction_ocd on campaigns.jurisdiction (ocd_id, id);`;

const legislator = `${ownedTable(
  'campaigns',
  'legislator',
  'PUBLIC',
  `ocd_id text collate "C" not null,
  jurisdiction_id text collate "C" not null,
  name text not null,
  party text,
  chamber text collate "C" check (chamber in (${organizations})),
  district text,
  as_of timestamptz,
  unique (organization_id, ocd_id),
  foreign key (organization_id, jurisdiction_id) references campaigns.jurisdiction (organization_id, id)`,
)}
create index legislator_name on campaigns.legislator (name collate "C", id);
create index legislator_jurisdiction on campaigns.legislator (jurisdiction_id, name collate "C", id);`;

const bill = `${ownedTable(
  'campaigns',
  'bill',
  'PUBLIC',
  `jurisdiction_id text collate "C" not null,
  legislative_session text collate "C" not null,
  identifier text collate "C" not null,
  ocd_id text collate "C",
  title jsonb not null,
  chamber text collate "C" check (chamber in (${organizations})),
  classification text[] not null default '{}' check (classification <@ array[${codes('billClassifications')}]),
  versions jsonb not null default '[]',
  sponsorships jsonb not null default '[]',
  source_url text,
  as_of timestamptz,
  -- Of what was imported: the same again changes nothing.
  content_hash text,
  unique (organization_id, jurisdiction_id, legislative_session, identifier),
  unique (organization_id, ocd_id),
  foreign key (organization_id, jurisdiction_id) references campaigns.jurisdiction (organization_id, id)`,
)}
create index bill_ocd on campaigns.bill (ocd_id);
create index bill_identifier on campaigns.bill (identifier, id);
create index bill_jurisdiction on campaigns.bill (jurisdiction_id, identifier, id);
create index bill_session on campaigns.bill (jurisdiction_id, legislative_session, identifier, id);
${searchTable('campaigns', 'bill')}
${tagTable('campaigns', 'bill')}`;

/** Dated, as the legislature announces them too: a day that is still to come is a hearing. */
const billAction = `${childTable(
  'campaigns',
  'bill_action',
  'bill',
  `position integer not null,
  date date not null,
  organization_name text not null,
  organization_kind text collate "C" check (organization_kind in (${organizations})),
  description jsonb not null,
  classification text[] not null default '{}' check (classification <@ array[${codes('billActionClassifications')}]),
  primary key (organization_id, subject_id, position)`,
)}
create index bill_action_date on campaigns.bill_action (date, subject_id);`;

/** The other bill as its source names it; it need not be known here. */
const billRelation = `${childTable(
  'campaigns',
  'bill_relation',
  'bill',
  `position integer not null,
  relation_type text collate "C" not null check (relation_type in (${codes('billRelationTypes')})),
  legislative_session text collate "C" not null,
  identifier text collate "C" not null,
  primary key (organization_id, subject_id, position)`,
)}`;

const voteEvent = `${childTable(
  'campaigns',
  'vote_event',
  'bill',
  `id text collate "C" not null,
  position integer not null,
  ocd_id text collate "C",
  date date not null,
  motion jsonb not null,
  motion_classification text[] not null default '{}' check (motion_classification <@ array[${codes('voteClassifications')}]),
  result text collate "C" not null check (result in (${codes('voteResults')})),
  organization_name text not null,
  organization_kind text collate "C" check (organization_kind in (${organizations})),
  counts jsonb not null default '[]',
  primary key (organization_id, id),
  unique (organization_id, id, sharing_level)`,
)}
create index vote_event_id on campaigns.vote_event (id);`;

const vote = `${childTable(
  'campaigns',
  'vote',
  'vote_event',
  `position integer not null,
  option text collate "C" not null check (option in (${codes('voteOptions')})),
  voter_name text not null,
  legislator_id text collate "C",
  primary key (organization_id, subject_id, position)`,
)}
create index vote_legislator on campaigns.vote (legislator_id, subject_id);`;

export class Bills20 implements MigrationInterface {
  readonly name = 'Bills1790000000020';

  async up(runner: QueryRunner): Promise<void> {
    const tables = [jurisdiction, legislator, bill, billAction, billRelation, voteEvent, vote];
    for (const table of tables) await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table campaigns.vote, campaigns.vote_event, campaigns.bill_relation, campaigns.bill_action,
  campaigns.bill_tag, campaigns.bill_search, campaigns.bill, campaigns.legislator, campaigns.jurisdiction`);
  }
}
