import { subgraphRole } from '../database/roles';
import { sharingLevels } from '../permission/policy';

/** For so long everybody concerned can object to a widening that no second person has approved. */
export const objectionHours = 72;

/** What every table of policy versions has besides what its versions say. */
export const versionColumns = `organization_id text collate "C" not null,
  id text collate "C" not null,
  version integer not null check (version >= 1),
  state text collate "C" not null check (state in ('PROPOSED', 'IN_FORCE', 'REPLACED', 'REFUSED')),
  widens boolean not null default false,
  proposed_by text collate "C" not null,
  proposed_at timestamptz not null default now(),
  effective_at timestamptz not null default now(),
  decided_by text collate "C",
  decided_at timestamptz,
  primary key (organization_id, id)`;

export interface VersionGuard {
  readonly schema: string;
  readonly table: string;
  /** Ties a version `v` to the row `new`, besides the organisation: `v.group_name = new.group_name`. */
  readonly same: string;
  /** What a version must be, over `new`; `given` is the trigger's argument as JSON. */
  readonly valid: string;
  /** Whether `new` opens more than `before`, the version in force; `before` is null when there was none. */
  readonly widens: string;
}

/**
 * The life of policy versions, decided by the database whatever the program does: a version that takes something away
 * is in force at once; one that opens something waits until somebody else approves it, or until three days have passed
 * in which nobody objected. The trigger fills in everything but what the version says.
 */
export const versionGuard = ({ schema, table, same, valid, widens }: VersionGuard) => `
create function ${schema}.guard_${table}() returns trigger language plpgsql as $$
declare
  given jsonb := tg_argv[0]::jsonb;
  person text := hub.viewer_person();
  before ${schema}.${table};
begin
  -- Migrations and administrators answer for themselves.
  if current_user <> '${subgraphRole(schema)}' then return new; end if;
  if tg_op = 'INSERT' then
    perform pg_advisory_xact_lock(hashtextextended('${schema}.${table} ' || new.organization_id, 0));
    if (${valid}) is not true then
      raise check_violation using message = 'this is no version that could be in force';
    end if;
    select * into before from ${schema}.${table} v where v.organization_id = new.organization_id and ${same}
      and v.state in ('IN_FORCE', 'REPLACED') order by v.version desc limit 1;
    new.version := 1 + coalesce((select max(v.version) from ${schema}.${table} v
      where v.organization_id = new.organization_id and ${same}), 0);
    new.widens := ${widens};
    new.state := case when new.widens then 'PROPOSED' else 'IN_FORCE' end;
    new.proposed_by := person;
    new.proposed_at := now();
    new.effective_at := case when new.widens then now() + interval '${objectionHours} hours' else now() end;
    new.decided_by := case when new.widens then null else person end;
    new.decided_at := case when new.widens then null else now() end;
    -- What was proposed before compared itself with something else.
    update ${schema}.${table} v set state = 'REFUSED' where v.organization_id = new.organization_id and ${same} and v.state = 'PROPOSED';
  elsif old.state = 'PROPOSED' and new.state in ('IN_FORCE', 'REFUSED') then
    if new.state = 'IN_FORCE' and person is not distinct from old.proposed_by and old.effective_at > now() then
      raise insufficient_privilege using message = 'a second person approves it, or time does';
    end if;
    new.decided_by := person;
    new.decided_at := now();
  elsif not (old.state = 'IN_FORCE' and new.state = 'REPLACED' and pg_trigger_depth() > 1) then
    raise insufficient_privilege using message = 'the state of a policy version does not change like that';
  end if;
  if new.state = 'IN_FORCE' then
    update ${schema}.${table} v set state = 'REPLACED'
      where v.organization_id = new.organization_id and ${same} and v.state = 'IN_FORCE';
  end if;
  return new;
end $$;`;

/** Row security's own word on the second person, for the policy's `check`. */
export const secondPerson = `state <> 'IN_FORCE' or not widens or ((select hub.viewer_may('{ORG_ADMIN}', 'org.policy:s'))
    and (decided_by is distinct from proposed_by or effective_at <= now()))`;

/** How wide a level is, as a number that SQL can compare. */
export const rankOf = (level: string) => `array_position('{${sharingLevels.join()}}'::text[], ${level})`;
