import { identityFunction, identityHelper } from '../migrations/identity-function';

/** Where somebody has roles, the organisation used last first. */
const organizationsOf = identityHelper(
  'organizations_of(person text) returns jsonb',
  `
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('organizationId', held.organization_id, 'roles', held.roles)
      order by (select max(s.last_used_at) from members.sign_in s
        where s.person_id = person and s.organization_id = held.organization_id) desc nulls last, held.organization_id), '[]')
    from (select g.organization_id, array_agg(g.role order by g.role) as roles from (
        select organization_id, person_id, role from members.role_grant
        union all select organization_id, person_id, role from members.sensitive_role_grant) g
      where g.person_id = person group by g.organization_id) held);
end`,
);

const myOrganizations = identityFunction(
  'my_organizations() returns jsonb',
  `
begin
  return members.organizations_of(hub.viewer_person());
end`,
);

/** What a proof is checked against. Whoever asks must know the key of the keyed hash, which the database does not. */
const accountByEmail = identityFunction(
  'account_by_email(keys text[]) returns jsonb',
  `
begin
  return (select jsonb_build_object('personId', a.person_id, 'emailKey', a.email_key, 'passwordHash', a.password_hash,
      'totpSecret', a.totp_secret, 'disabled', p.disabled_at is not null,
      'organizations', members.organizations_of(a.person_id))
    from members.account a join members.person p on p.id = a.person_id where a.email_key = any (keys));
end`,
);

/** Uses up a code of the person who acts: a time step later than the last one, or one of the recovery codes. */
const spendCode = identityFunction(
  'use_code(step bigint, recovery text[]) returns boolean',
  `
begin
  if step is not null then
    update members.account set totp_last_step = step
      where person_id = hub.viewer_person() and coalesce(totp_last_step, 0) < step;
  else
    update members.account a set recovery_keys = array(select k from unnest(a.recovery_keys) k where k <> all (recovery))
      where a.person_id = hub.viewer_person() and a.recovery_keys && recovery;
  end if;
  return found;
end`,
);

/** What a sign-in renews of the account of the person who acts: hashes of newer parameters or keys. */
const renewAccount = identityFunction(
  'renew_account(new_password_hash text, new_email_key text, new_totp text) returns void',
  `
begin
  update members.account set password_hash = coalesce(new_password_hash, password_hash),
    email_key = coalesce(new_email_key, email_key), totp_secret = coalesce(new_totp, totp_secret) where person_id = hub.viewer_person();
end`,
);

/**
 * The next generation of a sign-in, or null. An older one than the current was copied: then nobody can tell the owner
 * from the thief, and the sign-in ends.
 */
const refresh = identityFunction(
  'refresh_sign_in(sign_in text, shown integer) returns jsonb',
  `
declare s record;
begin
  select t.id, t.person_id, t.organization_id, t.generation, t.second_factor_at, t.expires_at, t.last_used_at into s
    from members.sign_in t where t.id = sign_in and t.ended_at is null for update;
  if not found or s.expires_at <= now() or s.last_used_at <= now() - interval '7 days' then return null; end if;
  if s.generation <> shown then
    update members.sign_in t set ended_at = now(), ended_because = 'REUSED' where t.id = sign_in;
    return null;
  end if;
  if not exists (select from members.person p where p.id = s.person_id and p.disabled_at is null)
    or not exists (select from members.role_grant g where g.person_id = s.person_id and g.organization_id = s.organization_id
      union all select from members.sensitive_role_grant g
        where g.person_id = s.person_id and g.organization_id = s.organization_id) then return null; end if;
  update members.sign_in t set generation = t.generation + 1, last_used_at = now() where t.id = sign_in;
  return jsonb_build_object('id', s.id, 'personId', s.person_id, 'organizationId', s.organization_id,
    'generation', s.generation + 1, 'secondFactorAt', (extract(epoch from s.second_factor_at) * 1000)::bigint);
end`,
);

/** Ends what a person's sign-ins open in the organisation of an administrator. */
const endSignIns = identityFunction(
  'end_sign_ins(person text) returns void',
  `
begin
  if not hub.viewer_may('{ORG_ADMIN}', 'user.role:d') then return; end if;
  update members.sign_in s set ended_at = now(), ended_because = 'DEACTIVATED'
    where s.person_id = person and s.organization_id = hub.viewer_organization() and s.ended_at is null;
end`,
);

export const signInSql = [
  organizationsOf,
  myOrganizations,
  accountByEmail,
  spendCode,
  renewAccount,
  refresh,
  endSignIns,
];
