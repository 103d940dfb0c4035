import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childTable } from '../../../shared/database/ddl';
import { createIdIndexes } from '../../../shared/database/id-index';
import { subgraphRole } from '../../../shared/database/roles';

const result = `
alter table campaigns.result
  add column type text collate "C" check (type in ('OUTPUT', 'OUTCOME', 'IMPACT')),
  add column archived_at timestamptz,
  add column version integer not null default 1;`;

/** Only counts of one unit can be added up, so only they may say that they may be. */
const indicator = childTable(
  'campaigns',
  'indicator',
  'campaign',
  `id text collate "C" not null,
  position integer not null,
  result_id text collate "C",
  title jsonb not null,
  measure text collate "C" not null check (measure in ('NOMINAL', 'ORDINAL', 'PERCENTAGE', 'QUALITATIVE', 'UNIT')),
  unit text collate "C",
  ascending boolean not null,
  aggregable boolean not null,
  baseline_value numeric,
  baseline_year integer,
  baseline_on date,
  baseline_comment jsonb,
  sources jsonb not null,
  note jsonb,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, id, sharing_level),
  foreign key (organization_id, result_id) references campaigns.result (organization_id, id),
  check ((measure = 'UNIT') = (unit is not null)),
  check (not aggregable or measure = 'UNIT')`,
);

/** The same columns for what is wanted and for what came. */
const figure = (side: 'target' | 'actual') => `${side}_value numeric,
  ${side}_qualifier text collate "C" not null default 'EXACT'
    check (${side}_qualifier in ('EXACT', 'MORE_THAN', 'ALMOST', 'APPROXIMATE')),
  ${side}_comment jsonb,
  ${side}_place text collate "C" check (${side}_place <> ''),
  ${side}_documents jsonb not null default '[]',
  ${side}_parts jsonb not null default '[]'`;

/** A planning sheet may name a target without any days; people always give them. */
const period = childTable(
  'campaigns',
  'indicator_period',
  'indicator',
  `id text collate "C" not null,
  position integer not null,
  starts_on date,
  ends_on date,
  ${figure('target')},
  ${figure('actual')},
  primary key (organization_id, id),
  unique (organization_id, id, sharing_level),
  check (num_nulls(starts_on, ends_on) in (0, 2)),
  check (ends_on >= starts_on)`,
);

/** Which indicators count towards which. The other one may be anybody's: no key points at it. */
const link = `${childTable(
  'campaigns',
  'indicator_link',
  'indicator',
  `position integer not null,
  indicator_id text collate "C" not null,
  primary key (organization_id, subject_id, indicator_id)`,
)}
create index indicator_link_indicator on campaigns.indicator_link (indicator_id, subject_id);`;

const isRuntime = `current_user = '${subgraphRole('campaigns')}'`;

/** Two writers who each add half of an overlap: the second one looks after the first has committed. */
const guardPeriod = `
create function campaigns.guard_indicator_period() returns trigger language plpgsql as $$
begin
  if ${isRuntime} and (new.starts_on, new.ends_on) is distinct from (old.starts_on, old.ends_on) then
    perform pg_advisory_xact_lock(hashtextextended('campaigns.indicator_period ' || new.subject_id, 0));
    if exists (select from campaigns.indicator_period p
      where p.organization_id = new.organization_id and p.subject_id = new.subject_id and p.id <> new.id
        and p.starts_on <= new.ends_on and p.ends_on >= new.starts_on) then
      raise sqlstate 'TH000' using message = 'PERIODS_OVERLAP';
    end if;
  end if;
  return new;
end $$;
create trigger guard_indicator_period before insert or update on campaigns.indicator_period
  for each row execute function campaigns.guard_indicator_period();`;

/**
 * Figures count towards one's own and towards those of campaigns that one has joined. No indicator counts towards itself, by
 * whatever way round, as far as the writer sees the way: a refusal would tell of what they do not see. Links go across
 * campaigns, so whoever adds one has all of them to itself until the commit.
 */
const guardLink = `
create function campaigns.guard_indicator_link() returns trigger language plpgsql as $$
declare target campaigns.indicator;
begin
  if not ${isRuntime} then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('campaigns.indicator_link', 0));
  select other.* into target from campaigns.indicator one join campaigns.indicator other
    on other.measure = one.measure and other.unit = one.unit and other.aggregable and other.archived_at is null
    where one.organization_id = new.organization_id and one.id = new.subject_id and one.aggregable
      and other.id = new.indicator_id;
  if not found then
    raise sqlstate 'TH000' using message = 'NOT_ADDABLE';
  end if;
  if target.organization_id <> new.organization_id and not exists (select from campaigns.campaign_partnership p
    where p.organization_id = target.organization_id and p.campaign_id = target.subject_id
      and p.partner_id = new.organization_id and p.state = 'JOINED') then
    raise sqlstate 'TH000' using message = 'NOT_A_PARTNER';
  end if;
  -- What a campaign had reached when it was over gets no more contributors.
  if exists (select from campaigns.campaign c where c.organization_id = target.organization_id
    and c.id = target.subject_id and c.status in ('COMPLETED', 'CANCELLED')) then
    raise sqlstate 'TH000' using message = 'INVALID_STATE';
  end if;
  if exists (
    with recursive served(id) as (
      select new.indicator_id
      union select l.indicator_id from campaigns.indicator_link l join served on l.subject_id = served.id)
    select from served where served.id = new.subject_id) then
    raise sqlstate 'TH000' using message = 'CONTRIBUTES_TO_ITSELF';
  end if;
  return new;
end $$;
create trigger guard_indicator_link before insert on campaigns.indicator_link
  for each row execute function campaigns.guard_indicator_link();`;

const identified = ['indicator', 'indicator_period'];

/** Result frameworks by the names of IATI 2.03: results, their indicators, and what was wanted and came in each period. */
export class Frameworks30 implements MigrationInterface {
  readonly name = 'Frameworks1790000000030';

  async up(runner: QueryRunner): Promise<void> {
    const parts = [result, indicator, period, link, createIdIndexes('campaigns', identified)];
    for (const part of [...parts, guardPeriod, guardLink]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table campaigns.indicator_link, campaigns.indicator_period, campaigns.indicator;
drop function campaigns.guard_indicator_link(), campaigns.guard_indicator_period();
alter table campaigns.result drop column type, drop column archived_at, drop column version;`);
  }
}
