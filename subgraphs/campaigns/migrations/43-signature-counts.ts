import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedFunction } from '../../../shared/database/owned-function';
import { counterRole, subgraphRole } from '../../../shared/database/roles';
import { smallestShown } from '../../../shared/permission/smallest-shown';
import { mayBeBelow, roughly } from '../signature/rough-numbers';

/** The beginning of today, in UTC. */
const midnight = `date_trunc('day', now() at time zone 'utc') at time zone 'utc'`;

/**
 * How many people signed, each once, of those that the viewer may count; for each organisation that brought them, and in
 * all (without an organisation). One's own are exact. Everything in which others are is rough, and decided by rough
 * numbers alone: an exact edge would tell the next number too. No number is told that may be smaller than eleven or than
 * the threshold of one of the others, nor what leaves such a number when it is subtracted. While a call can be signed, the
 * people of others are those of full days.
 */
const totals = `
create function campaigns.signature_totals(calls text[])
returns table (call_id text, organization_id text, people int, is_rounded boolean, confirmed int)
stable security definer language sql set search_path = pg_catalog, pg_temp as $$
  with asked as (
    select c.organization_id as lead_id, c.id, c.state = 'OPEN' as is_open from campaigns.action_call c where c.id = any (calls)),
  -- Sub-selects are asked once, and not for every signature.
  brought as (
    select s.call_id, s.organization_id, s.person_key, s.organization_id = (select hub.viewer_organization()) is true as is_own,
      bool_or(not c.is_open or s.signed_at < (select ${midnight})) as is_due, bool_or(s.confirmed_at is not null) as is_confirmed
    from campaigns.signing s join asked c on c.lead_id = s.lead_id and c.id = s.call_id
    group by s.call_id, s.organization_id, s.person_key),
  counted as (
    select call_id, organization_id, is_own, count(*) as people, count(*) filter (where is_due) as due,
      count(*) filter (where is_confirmed) as confirmed, min(person_key) as secret
    from brought group by call_id, organization_id, is_own),
  parts as (select *, ${roughly('due', 'secret')} as rough from counted),
  persons as (select call_id, person_key, bool_or(is_due) as is_due from brought group by call_id, person_key),
  everybody as (
    select call_id, count(*) filter (where is_due) as due, min(person_key) as secret from persons group by call_id),
  wholes as (select call_id, ${roughly('due', 'secret')} as rough from everybody),
  limits as (
    select call_id, bool_or(not is_own) as has_others, max(rough) as largest,
      greatest(${smallestShown}, hub.raised_threshold(array_agg(organization_id) filter (where not is_own))) as smallest
    from parts group by call_id),
  -- Of each organisation, those who came through others alone.
  rests as (
    select p.call_id, p.is_own, w.rough > p.rough and ${mayBeBelow('smallest', 'w.rough - p.rough')} as is_small, not p.is_own and ${mayBeBelow('smallest', 'p.rough')} as is_small_itself
    from parts p join wholes w on w.call_id = p.call_id join limits l on l.call_id = p.call_id),
  small as (
    select call_id, bool_or(is_small) as hides_few, bool_or(is_small_itself or (is_small and not is_own)) as hides_parts
    from rests group by call_id),
  -- Where few came through others than the largest, it stands for all.
  told as (
    select l.call_id, has_others, smallest, hides_parts, case when hides_few then largest else w.rough end as total
    from limits l join small s on s.call_id = l.call_id join wholes w on w.call_id = l.call_id)
  select call_id, null, (case
      when not has_others then (select sum(p.people) from parts p where p.call_id = told.call_id)
      when not ${mayBeBelow('smallest', 'total')} then total end)::int,
    has_others, null
  from told
  union all
  select p.call_id, p.organization_id, (case when is_own then people when not hides_parts then rough end)::int,
    not is_own, case when is_own then confirmed end::int
  from parts p join told on told.call_id = p.call_id
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
