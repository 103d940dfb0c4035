import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedFunction } from '../../../shared/database/owned-function';
import { counterRole, subgraphRole } from '../../../shared/database/roles';
import { smallestShown } from '../signature/smallest-shown';

/** The beginning of today, in UTC. */
const midnight = `date_trunc('day', now() at time zone 'utc') at time zone 'utc'`;

/**
 * A number to the nearest ten at or below, from a place between two tens that nobody knows and that changes every day:
 * nobody brings it to an edge on purpose.
 */
const roughly = (people: string, secret: string) =>
  `(${people} + abs(hashtextextended(${secret} || current_date, 0) % 10)) / 10 * 10`;

const isSmall = (people: string) => `(${people} > 0 and ${people} < smallest)`;

/**
 * How many people signed, each once, of those that the viewer may count; for each organisation that brought them, and in
 * all (without an organisation). One's own are exact. Those of others are left out where a number could be worked out that
 * is smaller than eleven, or than one of those who brought people lets others be told; and while a call can be signed they are those of full days, and rounded: whoever signs with somebody else's
 * address must not learn from the total that this person has signed.
 */
const totals = `
create function campaigns.signature_totals(calls text[])
returns table (call_id text, organization_id text, people int, is_rounded boolean, confirmed int)
stable security definer language sql set search_path = pg_catalog, pg_temp as $$
  with asked as (
    select c.organization_id as lead_id, c.id, c.contact_key, c.state = 'OPEN' as is_open from campaigns.action_call c where c.id = any (calls)),
  -- Sub-selects are asked once, and not for every signature.
  brought as (
    select s.call_id, s.organization_id, s.person_key, s.organization_id = (select hub.viewer_organization()) is true as is_own,
      bool_or(not c.is_open or s.signed_at < (select ${midnight})) as is_due, bool_or(s.confirmed_at is not null) as is_confirmed
    from campaigns.signing s join asked c on c.lead_id = s.lead_id and c.id = s.call_id
    group by s.call_id, s.organization_id, s.person_key),
  persons as (
    select call_id, bool_or(is_due) as is_due, bool_or(is_own and is_due) as is_own from brought group by call_id, person_key),
  totals as (
    select call_id, count(*) filter (where is_due) as people, count(*) filter (where is_due and not is_own) as others
    from persons group by call_id),
  parts as (
    select call_id, organization_id, is_own, count(*) filter (where is_own or is_due) as people,
      count(*) filter (where is_own and is_confirmed) as confirmed
    from brought group by call_id, organization_id, is_own),
  limits as (
    select call_id, greatest(${smallestShown}, hub.raised_threshold(array_agg(organization_id) filter (where not is_own))) as smallest
    from parts group by call_id),
  -- One small number that is missing could be worked out from the others, and those whom one alone brought from the total.
  small as (
    select p.call_id from parts p join totals t on t.call_id = p.call_id join limits l on l.call_id = p.call_id
    where not p.is_own and (${isSmall('p.people')} or ${isSmall('t.people - p.people')}))
  select c.id, null, (case
      when others = 0 then people
      when is_open and people >= smallest then ${roughly('people', 'contact_key')}
      when not is_open and others >= smallest then people end)::int,
    is_open, null
  from asked c join totals on totals.call_id = c.id join limits on limits.call_id = c.id
  union all
  select c.id, organization_id, (case
      when is_own then people
      when c.id in (select call_id from small) then null
      when is_open then ${roughly('people', 'contact_key || organization_id')}
      else people end)::int,
    is_open and not is_own, case when is_own then confirmed end::int
  from asked c join parts on parts.call_id = c.id
$$;`;

/** How many people one's own organisation brought first on each day of a time zone. */
const growth = `
create function campaigns.signature_growth(calls text[], zone text)
returns table (call_id text, day date, people int)
stable security definer language sql set search_path = pg_catalog, pg_temp as $$
  select first.call_id, (first.at at time zone zone)::date, count(*)::int
  from (select s.call_id, min(s.signed_at) as at from campaigns.signing s
    where s.call_id = any (calls) and s.organization_id = hub.viewer_organization() group by s.call_id, s.person_key) first
  group by 1, 2 order by 2
$$;`;

const functions = ['campaigns.signature_totals(text[])', 'campaigns.signature_growth(text[], text)'];

export class SignatureCounts43 implements MigrationInterface {
  readonly name = 'SignatureCounts1790000000043';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [totals, growth]) await runner.query(part);
    for (const one of functions)
      await runner.query(ownedFunction(one, counterRole, subgraphRole('campaigns')));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${functions.join()}`);
  }
}
