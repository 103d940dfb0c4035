import { identityRole, subgraphRole } from '../../../shared/database/roles';

/**
 * A function by which people get in before row-level security knows them: it belongs to a role that cannot sign in and
 * sees only what `identityColumns` and `identityWrites` of the policy name; the subgraph may call it.
 * @param signature `sign_in_refresh(id text, generation integer) returns jsonb`
 */
export function identityFunction(signature: string, body: string): string {
  return definer(
    signature,
    body,
    `grant execute on function ${called(signature)} to ${subgraphRole('members')};`,
  );
}

/** The same for a trigger: nobody calls it. */
export function identityTrigger(name: string, when: string, table: string, body: string): string {
  return definer(
    `${name}() returns trigger`,
    body,
    `create trigger ${name} ${when} on members.${table} for each row execute function members.${name}();`,
  );
}

/** A function for the others of this kind. */
export const identityHelper = (signature: string, body: string) => definer(signature, body, '');

function definer(signature: string, body: string, then: string): string {
  return `
create function members.${signature} language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
${body.trim()}
$$;
revoke all on function ${called(signature)} from public;
${then}
grant create on schema members to ${identityRole};
alter function ${called(signature)} owner to ${identityRole};
revoke create on schema members from ${identityRole};`;
}

/** As it is named without its result and the names of its parameters. */
function called(signature: string): string {
  const [, name, parameters] = /^(\w+)\((.*)\) returns /.exec(signature)!;
  const types = parameters!.split(', ').map((parameter) => parameter.split(' ').slice(1).join(' '));
  return `members.${name}(${types.join(', ')})`;
}
