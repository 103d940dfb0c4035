import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedFunction } from '../../../shared/database/owned-function';
import { counterRole, subgraphRole } from '../../../shared/database/roles';
import { smallestShown } from '../../../shared/permission/smallest-shown';
import { mayBeBelow, midnight, restMayBeBelow, roughly } from '../signature/rough-numbers';

/**
 * How many people signed, each once, of those that the viewer may count; for each organisation that brought them, and in
 * all (without an organisation). One's own are exact. Everything in which others are is rough, changes at midnight (UTC)
 * only, and is decided by rough numbers alone: an exact edge would tell the next number too. No number is told that may be
 * smaller than eleven or than the threshold of one of the others, nor what may leave such a number when it is subtracted.
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
      bool_or((not c.is_open or s.signed_at < (select ${midnight})) and (s.withdrawn_at is null or s.withdrawn_at >= (select ${midnight}))) as is_due,
      bool_or(s.withdrawn_at is null) as stands, bool_or(s.withdrawn_at is null and s.confirmed_at is not null) as is_confirmed
    from campaigns.signing s join asked c on c.lead_id = s.lead_id and c.id = s.call_id
    group by s.call_id, s.organization_id, s.person_key),
  counted as (
    select call_id, organization_id, is_own, count(*) filter (where stands) as people, count(*) filter (where is_confirmed) as confirmed,
      count(*) filter (where is_due) as due, coalesce(min(person_key) filter (where is_due), '') as secret
    from brought group by call_id, organization_id, is_own),
  parts as (
    select *, ${roughly('due', 'secret')} as rough from counted where is_own or due > 0),
  persons as (select call_id, person_key from brought where is_due group by call_id, person_key),
  wholes as (select call_id, ${roughly('count(*)', 'min(person_key)')} as rough from persons group by call_id),
  limits as (
    select call_id, bool_or(not is_own) as has_others, count(*) filter (where due > 0) > 1 as has_several, max(rough) as largest,
      sum(people) filter (where is_own) as own,
      greatest(${smallestShown}, hub.raised_threshold(array_agg(organization_id) filter (where not is_own))) as smallest
    from parts group by call_id),
  -- Of each organisation, those who came through others alone.
  rests as (
    select p.call_id, p.is_own, has_several and ${restMayBeBelow('smallest', 'w.rough', 'p.rough')} as is_small,
      not p.is_own and ${mayBeBelow('smallest', 'p.rough')} as is_small_itself
    from parts p join limits l on l.call_id = p.call_id join wholes w on w.call_id = p.call_id where p.due > 0),
  small as (
    select call_id, bool_or(is_small) as hides_few, bool_or(is_small_itself or (is_small and not is_own)) as hides_parts
    from rests group by call_id),
  -- Where few came through others than the largest, it stands for all.
  told as (
    select l.call_id, has_others, own, smallest, hides_parts, case when hides_few then largest else greatest(w.rough, largest) end as total
    from limits l left join small s on s.call_id = l.call_id left join wholes w on w.call_id = l.call_id)
  select call_id, null, (case when not has_others then own when not ${mayBeBelow('smallest', 'total')} then greatest(total, own) end)::int,
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
    where s.call_id = any (calls) and s.organization_id = hub.viewer_organization() and s.withdrawn_at is null group by s.call_id, s.person_key) first
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
