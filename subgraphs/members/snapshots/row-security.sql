-- closed: which migrations ran
alter table members.migration enable row level security, force row level security;
create policy migration on members.migration to tahaluf_migrator using (true) with check (true);

-- closed: which rows were seeded once
alter table members.seed_row enable row level security, force row level security;
create policy migration on members.seed_row to tahaluf_migrator using (true) with check (true);

-- closed: which mutations were asked for with which key; each to its own holder
alter table members.idempotency enable row level security, force row level security;
create policy migration on members.idempotency to tahaluf_migrator using (true) with check (true);
create policy upkeep on members.idempotency to tahaluf_members using (holder = coalesce((select hub.viewer_tool()), (select hub.viewer_organization() || ' ' || hub.viewer_person()), 'public')) with check (holder = coalesce((select hub.viewer_tool()), (select hub.viewer_organization() || ' ' || hub.viewer_person()), 'public'));
grant select, insert, update, delete on members.idempotency to tahaluf_members;

-- audit.org
alter table members.audit_entry enable row level security, force row level security;
create policy migration on members.audit_entry to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.audit_entry as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.audit_entry for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'audit.org:r')))
  or (organization_id = (select hub.viewer_organization()) and (person_id = (select hub.viewer_person())) and (select hub.viewer_may('{CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'audit.org:r'))));
grant select on members.audit_entry to tahaluf_members;
create policy log on members.audit_entry to tahaluf_auditor using (true) with check (true);
grant select, insert on members.audit_entry to tahaluf_auditor;

-- audit.head
alter table members.audit_head enable row level security, force row level security;
create policy migration on members.audit_head to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.audit_head as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.audit_head for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'audit.head:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'audit.head:r'))));
grant select on members.audit_head to tahaluf_members;
create policy log on members.audit_head to tahaluf_auditor using (true) with check (true);
grant select, insert, update on members.audit_head to tahaluf_auditor;

-- org.policy
alter table members.sharing_version enable row level security, force row level security;
create policy migration on members.sharing_version to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.sharing_version as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.sharing_version for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.policy:r'))));
grant select on members.sharing_version to tahaluf_members;
create policy log on members.sharing_version to tahaluf_auditor using (true) with check (true);
grant select on members.sharing_version to tahaluf_auditor;
create policy may_insert on members.sharing_version for insert to tahaluf_members with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u'))));
grant insert on members.sharing_version to tahaluf_members;
create policy insert_check on members.sharing_version as restrictive for insert to tahaluf_members with check (state <> 'IN_FORCE' or not widens or ((select hub.viewer_may('{ORG_ADMIN}', 'org.policy:s'))
    and (decided_by is distinct from proposed_by or effective_at <= now())));
create policy may_update on members.sharing_version for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u'))));
grant update (state) on members.sharing_version to tahaluf_members;
create policy update_check on members.sharing_version as restrictive for update to tahaluf_members using (true) with check (state <> 'IN_FORCE' or not widens or ((select hub.viewer_may('{ORG_ADMIN}', 'org.policy:s'))
    and (decided_by is distinct from proposed_by or effective_at <= now())));
drop trigger if exists log_write on members.sharing_version;
create constraint trigger log_write after insert or update or delete on members.sharing_version deferrable initially deferred
  for each row execute function members.log_write('org.policy');
create or replace trigger guard_sharing_version before insert or update on members.sharing_version for each row
  execute function members.guard_sharing_version('{"stakeholder.engagement":["PRIVATE","COALITION"],"campaign.summary":["COALITION_SUMMARY","PUBLIC"],"report.figure":["PUBLIC","PUBLIC"]}');

-- org.public
alter table members.organization enable row level security, force row level security;
create policy migration on members.organization to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.organization as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.organization for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r', true)))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (sharing_level = 'PUBLIC'));
grant select on members.organization to tahaluf_members;
create policy may_insert on members.organization for insert to tahaluf_members with check ((organization_id is distinct from (select hub.viewer_organization()) and (((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw' and organization_id in (
    select a.organization_id from members.application a where a.status = 'UNDER_REVIEW'))) and (select hub.viewer_may('{COALITION_STAFF}', 'org.public:c'))));
grant insert on members.organization to tahaluf_members;
create policy insert_check on members.organization as restrictive for insert to tahaluf_members with check ((organization_id in (id, 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw')));
create policy may_update on members.organization for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,COALITION_STAFF}', 'org.public:u', true)))
  or (organization_id is distinct from (select hub.viewer_organization()) and (((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw' and organization_id in (
    select a.organization_id from members.application a where a.status = 'UNDER_REVIEW'))) and (select hub.viewer_may('{COALITION_STAFF}', 'org.public:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,COALITION_STAFF}', 'org.public:u', true)))
  or (organization_id is distinct from (select hub.viewer_organization()) and (((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw' and organization_id in (
    select a.organization_id from members.application a where a.status = 'UNDER_REVIEW'))) and (select hub.viewer_may('{COALITION_STAFF}', 'org.public:u'))));
grant update (organization_id) on members.organization to tahaluf_members;
create policy update_check on members.organization as restrictive for update to tahaluf_members using (true) with check ((organization_id in (id, 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw')));
drop trigger if exists log_write on members.organization;
create constraint trigger log_write after insert or update or delete on members.organization deferrable initially deferred
  for each row execute function members.log_write('org.public');
create policy identity on members.organization for select to tahaluf_identity using (true);
grant select (id, kind) on members.organization to tahaluf_identity;

-- org.public
alter table members.organization_search enable row level security, force row level security;
create policy migration on members.organization_search to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.organization_search as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.organization_search for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r', true)))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (sharing_level = 'PUBLIC'));
grant select on members.organization_search to tahaluf_members;
create policy may_insert on members.organization_search for insert to tahaluf_members with check ((organization_id is distinct from (select hub.viewer_organization()) and (((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw' and organization_id in (
    select a.organization_id from members.application a where a.status = 'UNDER_REVIEW'))) and (select hub.viewer_may('{COALITION_STAFF}', 'org.public:c'))));
grant insert on members.organization_search to tahaluf_members;

-- org.public
alter table members.official enable row level security, force row level security;
create policy migration on members.official to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.official as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.official for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r', true)))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (sharing_level = 'PUBLIC'));
grant select on members.official to tahaluf_members;

-- org.public
alter table members.strategy_item enable row level security, force row level security;
create policy migration on members.strategy_item to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.strategy_item as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.strategy_item for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r', true)))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (sharing_level = 'PUBLIC'));
grant select on members.strategy_item to tahaluf_members;

-- stakeholder.engagement
alter table members.engagement enable row level security, force row level security;
create policy migration on members.engagement to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.engagement as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.engagement for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'stakeholder.engagement:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION', 'PUBLIC') and organization_id = any ((select hub.viewer_partners('stakeholder.engagement'))::text[]) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'stakeholder.engagement:r'))));
grant select on members.engagement to tahaluf_members;
create policy may_update on members.engagement for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'stakeholder.engagement:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'stakeholder.engagement:s'))));
grant update (sharing_level, chosen_level) on members.engagement to tahaluf_members;
drop trigger if exists log_write on members.engagement;
create constraint trigger log_write after insert or update or delete on members.engagement deferrable initially deferred
  for each row execute function members.log_write('stakeholder.engagement');
create or replace trigger level_guard before update on members.engagement for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN}', 'stakeholder.engagement:s');
create or replace trigger guard_cap before insert or update on members.engagement for each row
  execute function members.guard_cap('stakeholder.engagement', 'PRIVATE', '{ORG_ADMIN}');

-- campaign.summary
alter table members.campaign_link enable row level security, force row level security;
create policy migration on members.campaign_link to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.campaign_link as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.campaign_link for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on members.campaign_link to tahaluf_members;
create policy may_update on members.campaign_link for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s'))));
grant update (sharing_level, chosen_level) on members.campaign_link to tahaluf_members;
drop trigger if exists log_write on members.campaign_link;
create constraint trigger log_write after insert or update or delete on members.campaign_link deferrable initially deferred
  for each row execute function members.log_write('campaign.summary');
create or replace trigger level_guard before update on members.campaign_link for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s');
create or replace trigger guard_cap before insert or update on members.campaign_link for each row
  execute function members.guard_cap('campaign.summary', 'COALITION_SUMMARY', '{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}');

-- report.figure
alter table members.figure enable row level security, force row level security;
create policy migration on members.figure to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.figure as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.figure for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (sharing_level = 'PUBLIC'));
grant select on members.figure to tahaluf_members;
create policy may_update on members.figure for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'report.figure:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'report.figure:s'))));
grant update (sharing_level, chosen_level) on members.figure to tahaluf_members;
drop trigger if exists log_write on members.figure;
create constraint trigger log_write after insert or update or delete on members.figure deferrable initially deferred
  for each row execute function members.log_write('report.figure');
create or replace trigger level_guard before update on members.figure for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN}', 'report.figure:s');
create or replace trigger guard_cap before insert or update on members.figure for each row
  execute function members.guard_cap('report.figure', 'PUBLIC', '{ORG_ADMIN}');

-- report.figure
alter table members.figure_search enable row level security, force row level security;
create policy migration on members.figure_search to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.figure_search as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.figure_search for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (sharing_level = 'PUBLIC'));
grant select on members.figure_search to tahaluf_members;

-- closed: how often somebody guessed, by keyed hashes of accounts and addresses
alter table members.attempt enable row level security, force row level security;
create policy migration on members.attempt to tahaluf_migrator using (true) with check (true);
create policy identity on members.attempt for select to tahaluf_identity using (true);
grant select (key, failures, counted_at, blocked_until) on members.attempt to tahaluf_identity;
create policy identity_write on members.attempt to tahaluf_identity using (true) with check (true);
grant insert, update, delete on members.attempt to tahaluf_identity;

-- user.account
alter table members.person enable row level security, force row level security;
create policy migration on members.person to tahaluf_migrator using (true) with check (true);
create policy visible on members.person for select to tahaluf_members using (((id = (select hub.viewer_person())) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.account:r'))));
grant select on members.person to tahaluf_members;
create policy may_insert on members.person for insert to tahaluf_members with check (((id = (select hub.viewer_person()))));
grant insert (id, name) on members.person to tahaluf_members;
drop trigger if exists log_write on members.person;
create constraint trigger log_write after insert or update or delete on members.person deferrable initially deferred
  for each row execute function members.log_write('user.account');
create policy identity on members.person for select to tahaluf_identity using (true);
grant select (id, name, disabled_at) on members.person to tahaluf_identity;

-- user.account
alter table members.account enable row level security, force row level security;
create policy migration on members.account to tahaluf_migrator using (true) with check (true);
create policy visible on members.account for select to tahaluf_members using (((person_id = (select hub.viewer_person())) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.account:r'))));
grant select on members.account to tahaluf_members;
create policy may_insert on members.account for insert to tahaluf_members with check (((person_id = (select hub.viewer_person()))));
grant insert (person_id, email, email_key, password_hash) on members.account to tahaluf_members;
create policy may_update on members.account for update to tahaluf_members using (((person_id = (select hub.viewer_person())) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.account:u')))) with check (((person_id = (select hub.viewer_person())) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.account:u'))));
grant update (password_hash, password_changed_at, totp_secret, totp_pending, totp_last_step, recovery_keys) on members.account to tahaluf_members;
drop trigger if exists log_write on members.account;
create constraint trigger log_write after insert or update or delete on members.account deferrable initially deferred
  for each row execute function members.log_write('user.account');
create policy identity on members.account for select to tahaluf_identity using (true);
grant select (person_id, email_key, password_hash, totp_secret, totp_last_step, recovery_keys) on members.account to tahaluf_identity;
create policy identity_write on members.account to tahaluf_identity using (true) with check (true);
grant update on members.account to tahaluf_identity;

-- user.account
alter table members.sign_in enable row level security, force row level security;
create policy migration on members.sign_in to tahaluf_migrator using (true) with check (true);
create policy visible on members.sign_in for select to tahaluf_members using (((person_id = (select hub.viewer_person())) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.account:r'))));
grant select on members.sign_in to tahaluf_members;
create policy may_insert on members.sign_in for insert to tahaluf_members with check (((person_id = (select hub.viewer_person()))));
grant insert (id, person_id, organization_id, second_factor_at) on members.sign_in to tahaluf_members;
create policy may_update on members.sign_in for update to tahaluf_members using (((person_id = (select hub.viewer_person())) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.account:u')))) with check (((person_id = (select hub.viewer_person())) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.account:u'))));
grant update (organization_id, generation, last_used_at, second_factor_at, ended_at, ended_because) on members.sign_in to tahaluf_members;
drop trigger if exists log_write on members.sign_in;
create constraint trigger log_write after insert or update or delete on members.sign_in deferrable initially deferred
  for each row execute function members.log_write('user.account');
create policy identity on members.sign_in for select to tahaluf_identity using (true);
grant select (id, person_id, organization_id, generation, last_used_at, second_factor_at, ended_at, expires_at) on members.sign_in to tahaluf_identity;
create policy identity_write on members.sign_in to tahaluf_identity using (true) with check (true);
grant update on members.sign_in to tahaluf_identity;

-- user.account
alter table members.external_identity enable row level security, force row level security;
create policy migration on members.external_identity to tahaluf_migrator using (true) with check (true);
create policy visible on members.external_identity for select to tahaluf_members using (((person_id = (select hub.viewer_person())) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.account:r'))));
grant select on members.external_identity to tahaluf_members;
create policy may_insert on members.external_identity for insert to tahaluf_members with check (((person_id = (select hub.viewer_person()))));
grant insert (organization_id, issuer, subject, person_id) on members.external_identity to tahaluf_members;
create policy may_delete on members.external_identity for delete to tahaluf_members using (((person_id = (select hub.viewer_person())) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.account:u'))));
grant delete on members.external_identity to tahaluf_members;
drop trigger if exists log_write on members.external_identity;
create constraint trigger log_write after insert or update or delete on members.external_identity deferrable initially deferred
  for each row execute function members.log_write('user.account');
create policy identity on members.external_identity for select to tahaluf_identity using (true);
grant select (organization_id, issuer, subject, person_id) on members.external_identity to tahaluf_identity;

-- user.account
alter table members.notice enable row level security, force row level security;
create policy migration on members.notice to tahaluf_migrator using (true) with check (true);
create policy visible on members.notice for select to tahaluf_members using (((person_id = (select hub.viewer_person())) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.account:r'))));
grant select on members.notice to tahaluf_members;
create policy may_update on members.notice for update to tahaluf_members using (((person_id = (select hub.viewer_person())) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.account:u')))) with check (((person_id = (select hub.viewer_person())) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.account:u'))));
grant update (dismissed_at) on members.notice to tahaluf_members;
create policy identity_write on members.notice to tahaluf_identity using (true) with check (true);
grant insert on members.notice to tahaluf_identity;

-- user.role
alter table members.role_grant enable row level security, force row level security;
create policy migration on members.role_grant to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.role_grant as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.role_grant for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.role:r')))
  or (organization_id = (select hub.viewer_organization()) and (person_id = (select hub.viewer_person())) and (select hub.viewer_may('{CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.role:r'))));
grant select on members.role_grant to tahaluf_members;
create policy may_insert on members.role_grant for insert to tahaluf_members with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.role:c'))));
grant insert (organization_id, person_id, role, granted_by) on members.role_grant to tahaluf_members;
create policy insert_check on members.role_grant as restrictive for insert to tahaluf_members with check (granted_by = (select hub.viewer_person()));
create policy may_delete on members.role_grant for delete to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.role:d'))));
grant delete on members.role_grant to tahaluf_members;
drop trigger if exists log_write on members.role_grant;
create constraint trigger log_write after insert or update or delete on members.role_grant deferrable initially deferred
  for each row execute function members.log_write('user.role');
create policy identity on members.role_grant for select to tahaluf_identity using (true);
grant select (organization_id, person_id, role) on members.role_grant to tahaluf_identity;
create policy identity_write on members.role_grant to tahaluf_identity using (true) with check (true);
grant insert on members.role_grant to tahaluf_identity;

-- user.role.sensitive
alter table members.sensitive_role_grant enable row level security, force row level security;
create policy migration on members.sensitive_role_grant to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.sensitive_role_grant as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.sensitive_role_grant for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.role.sensitive:r')))
  or (organization_id = (select hub.viewer_organization()) and (person_id = (select hub.viewer_person())) and (select hub.viewer_may('{CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.role.sensitive:r'))));
grant select on members.sensitive_role_grant to tahaluf_members;
create policy may_insert on members.sensitive_role_grant for insert to tahaluf_members with check ((organization_id = (select hub.viewer_organization()) and (exists (select from members.role_proposal p where p.organization_id = sensitive_role_grant.organization_id
    and p.person_id = sensitive_role_grant.person_id and p.role = sensitive_role_grant.role
    and p.state = 'APPROVED' and p.decided_at = now() and p.decided_by = (select hub.viewer_person()))) and (select hub.viewer_may('{ORG_ADMIN}', 'user.role.sensitive:c'))));
grant insert (organization_id, person_id, role, granted_by) on members.sensitive_role_grant to tahaluf_members;
create policy insert_check on members.sensitive_role_grant as restrictive for insert to tahaluf_members with check (person_id <> (select hub.viewer_person()));
create policy may_delete on members.sensitive_role_grant for delete to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.role.sensitive:d'))));
grant delete on members.sensitive_role_grant to tahaluf_members;
drop trigger if exists log_write on members.sensitive_role_grant;
create constraint trigger log_write after insert or update or delete on members.sensitive_role_grant deferrable initially deferred
  for each row execute function members.log_write('user.role.sensitive');
create policy identity on members.sensitive_role_grant for select to tahaluf_identity using (true);
grant select (organization_id, person_id, role) on members.sensitive_role_grant to tahaluf_identity;
create policy identity_write on members.sensitive_role_grant to tahaluf_identity using (true) with check (true);
grant insert on members.sensitive_role_grant to tahaluf_identity;

-- user.role.sensitive
alter table members.role_proposal enable row level security, force row level security;
create policy migration on members.role_proposal to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.role_proposal as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.role_proposal for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.role.sensitive:r')))
  or (organization_id = (select hub.viewer_organization()) and (person_id = (select hub.viewer_person())) and (select hub.viewer_may('{CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'user.role.sensitive:r'))));
grant select on members.role_proposal to tahaluf_members;
create policy may_insert on members.role_proposal for insert to tahaluf_members with check ((organization_id = (select hub.viewer_organization()) and ((state = 'PROPOSED' or decided_at = now())) and (select hub.viewer_may('{ORG_ADMIN}', 'user.role.sensitive:c'))));
grant insert (organization_id, id, person_id, role, proposed_by) on members.role_proposal to tahaluf_members;
create policy insert_check on members.role_proposal as restrictive for insert to tahaluf_members with check (case state when 'PROPOSED' then proposed_by = (select hub.viewer_person()) and person_id <> (select hub.viewer_person())
    when 'DISMISSED' then decided_by = (select hub.viewer_person())
    else decided_by = (select hub.viewer_person()) and person_id <> (select hub.viewer_person()) and (proposed_by <> (select hub.viewer_person()) or effective_at <= now()) end);
create policy may_update on members.role_proposal for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and ((state = 'PROPOSED' or decided_at = now())) and (select hub.viewer_may('{ORG_ADMIN}', 'user.role.sensitive:c')))) with check ((organization_id = (select hub.viewer_organization()) and ((state = 'PROPOSED' or decided_at = now())) and (select hub.viewer_may('{ORG_ADMIN}', 'user.role.sensitive:c'))));
grant update (state, decided_by) on members.role_proposal to tahaluf_members;
create policy update_check on members.role_proposal as restrictive for update to tahaluf_members using (true) with check (case state when 'PROPOSED' then proposed_by = (select hub.viewer_person()) and person_id <> (select hub.viewer_person())
    when 'DISMISSED' then decided_by = (select hub.viewer_person())
    else decided_by = (select hub.viewer_person()) and person_id <> (select hub.viewer_person()) and (proposed_by <> (select hub.viewer_person()) or effective_at <= now()) end);
drop trigger if exists log_write on members.role_proposal;
create constraint trigger log_write after insert or update or delete on members.role_proposal deferrable initially deferred
  for each row execute function members.log_write('user.role.sensitive');
create policy identity_write on members.role_proposal to tahaluf_identity using (true) with check (true);
grant insert on members.role_proposal to tahaluf_identity;

-- user.invitation
alter table members.invitation enable row level security, force row level security;
create policy migration on members.invitation to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.invitation as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.invitation for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.invitation:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (first_admin) and (select hub.viewer_may('{COALITION_STAFF}', 'user.invitation:r')))
  or ((link_key = any ((select hub.viewer_records())::text[]))));
grant select on members.invitation to tahaluf_members;
create policy may_insert on members.invitation for insert to tahaluf_members with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.invitation:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (first_admin) and (select hub.viewer_may('{COALITION_STAFF}', 'user.invitation:c'))));
grant insert (organization_id, id, email, roles, language, first_admin, link_key, invited_by) on members.invitation to tahaluf_members;
create policy insert_check on members.invitation as restrictive for insert to tahaluf_members with check (revoked_at is not null or accepted_at is not null
    or (invited_by = (select hub.viewer_person()) and (not first_admin or not members.has_admin(organization_id))));
create policy may_update on members.invitation for update to tahaluf_members using (((link_key = any ((select hub.viewer_records())::text[])))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.invitation:d')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (first_admin) and (select hub.viewer_may('{COALITION_STAFF}', 'user.invitation:d')))) with check (((link_key = any ((select hub.viewer_records())::text[])))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.invitation:d')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (first_admin) and (select hub.viewer_may('{COALITION_STAFF}', 'user.invitation:d'))));
grant update (accepted_at, revoked_at) on members.invitation to tahaluf_members;
create policy update_check on members.invitation as restrictive for update to tahaluf_members using (true) with check (revoked_at is not null or accepted_at is not null
    or (invited_by = (select hub.viewer_person()) and (not first_admin or not members.has_admin(organization_id))));
drop trigger if exists log_write on members.invitation;
create constraint trigger log_write after insert or update or delete on members.invitation deferrable initially deferred
  for each row execute function members.log_write('user.invitation');
create policy identity on members.invitation for select to tahaluf_identity using (true);
grant select (organization_id, id, roles, invited_by, first_admin, recovery_id, link_key, accepted_at, revoked_at, expires_at) on members.invitation to tahaluf_identity;
create policy identity_write on members.invitation to tahaluf_identity using (true) with check (true);
grant insert, update on members.invitation to tahaluf_identity;

-- member.directory
alter table members.colleague enable row level security, force row level security;
create policy migration on members.colleague to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.colleague as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.colleague for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'member.directory:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'member.directory:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'member.directory:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION', 'PUBLIC') and organization_id = any ((select hub.viewer_partners('member.directory'))::text[]) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'member.directory:r'))));
grant select on members.colleague to tahaluf_members;
create policy may_update on members.colleague for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,COALITION_STAFF}', 'member.directory:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,COALITION_STAFF}', 'member.directory:d')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,COALITION_STAFF}', 'member.directory:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,COALITION_STAFF}', 'member.directory:d'))));
grant update (name, left_at) on members.colleague to tahaluf_members;
drop trigger if exists log_write on members.colleague;
create constraint trigger log_write after insert or update or delete on members.colleague deferrable initially deferred
  for each row execute function members.log_write('member.directory');
create policy identity on members.colleague for select to tahaluf_identity using (true);
grant select (organization_id, id, name) on members.colleague to tahaluf_identity;
create policy identity_write on members.colleague to tahaluf_identity using (true) with check (true);
grant insert, update on members.colleague to tahaluf_identity;

-- user.invitation
alter table members.recovery_request enable row level security, force row level security;
create policy migration on members.recovery_request to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.recovery_request as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.recovery_request for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.invitation:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'user.invitation:r'))));
grant select on members.recovery_request to tahaluf_members;
create policy may_insert on members.recovery_request for insert to tahaluf_members with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.invitation:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'user.invitation:c'))));
grant insert (organization_id, id, kind, email, email_keys, reason, requested_by) on members.recovery_request to tahaluf_members;
create policy insert_check on members.recovery_request as restrictive for insert to tahaluf_members with check (case state when 'PROPOSED' then requested_by = (select hub.viewer_person()) and (select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'
    when 'DISMISSED' then decided_by = (select hub.viewer_person()) and link_key is null
    else decided_by = (select hub.viewer_person()) and (select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw' and (requested_by <> (select hub.viewer_person()) or effective_at <= now()) end);
create policy may_update on members.recovery_request for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.invitation:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'user.invitation:c')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.invitation:d')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'user.invitation:d')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.invitation:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'user.invitation:c')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'user.invitation:d')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'user.invitation:d'))));
grant update (state, decided_by) on members.recovery_request to tahaluf_members;
create policy update_check on members.recovery_request as restrictive for update to tahaluf_members using (true) with check (case state when 'PROPOSED' then requested_by = (select hub.viewer_person()) and (select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'
    when 'DISMISSED' then decided_by = (select hub.viewer_person()) and link_key is null
    else decided_by = (select hub.viewer_person()) and (select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw' and (requested_by <> (select hub.viewer_person()) or effective_at <= now()) end);
drop trigger if exists log_write on members.recovery_request;
create constraint trigger log_write after insert or update or delete on members.recovery_request deferrable initially deferred
  for each row execute function members.log_write('user.invitation');
create policy identity on members.recovery_request for select to tahaluf_identity using (true);
grant select (organization_id, id, kind, email, email_keys, state, decided_by, decided_at, link_key, link_expires_at, used_at) on members.recovery_request to tahaluf_identity;
create policy identity_write on members.recovery_request to tahaluf_identity using (true) with check (true);
grant update on members.recovery_request to tahaluf_identity;

-- org.public
alter table members.organization_credit enable row level security, force row level security;
create policy migration on members.organization_credit to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.organization_credit as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.organization_credit for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r', true)))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (sharing_level = 'PUBLIC'));
grant select on members.organization_credit to tahaluf_members;
create policy log on members.organization_credit to tahaluf_auditor using (true) with check (true);
grant select, insert, update on members.organization_credit to tahaluf_auditor;

-- org.public
alter table members.membership enable row level security, force row level security;
create policy migration on members.membership to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.membership as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]) or ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw' and (select hub.viewer_may('{COALITION_STAFF}', 'membership.application:u'))));
create policy visible on members.membership for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r', true)))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.public:r')))
  or (sharing_level = 'PUBLIC'));
grant select on members.membership to tahaluf_members;
create policy may_insert on members.membership for insert to tahaluf_members with check ((organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'org.public:c'))));
grant insert on members.membership to tahaluf_members;
create policy insert_check on members.membership as restrictive for insert to tahaluf_members with check ((((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw' and (select hub.viewer_may('{COALITION_STAFF}', 'membership.application:u'))) or (status = 'LEFT' and organization_id = (select hub.viewer_organization()))));
create policy may_update on members.membership for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,COALITION_STAFF}', 'org.public:u', true)))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'org.public:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,COALITION_STAFF}', 'org.public:u', true)))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'org.public:u'))));
grant update (status, since) on members.membership to tahaluf_members;
create policy update_check on members.membership as restrictive for update to tahaluf_members using (true) with check ((((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw' and (select hub.viewer_may('{COALITION_STAFF}', 'membership.application:u'))) or (status = 'LEFT' and organization_id = (select hub.viewer_organization()))));
drop trigger if exists log_write on members.membership;
create constraint trigger log_write after insert or update or delete on members.membership deferrable initially deferred
  for each row execute function members.log_write('org.public');
create policy identity on members.membership for select to tahaluf_identity using (true);
grant select (organization_id, status) on members.membership to tahaluf_identity;

-- membership.application
alter table members.membership_change enable row level security, force row level security;
create policy migration on members.membership_change to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.membership_change as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]) or ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw' and (select hub.viewer_may('{COALITION_STAFF}', 'membership.application:u'))));
create policy visible on members.membership_change for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'membership.application:r', true)))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'membership.application:r'))));
grant select on members.membership_change to tahaluf_members;
create policy may_insert on members.membership_change for insert to tahaluf_members with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'membership.application:u', true)))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'membership.application:u'))));
grant insert on members.membership_change to tahaluf_members;
create policy insert_check on members.membership_change as restrictive for insert to tahaluf_members with check ((decided_by = (select hub.viewer_person()) and (((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw' and (select hub.viewer_may('{COALITION_STAFF}', 'membership.application:u'))) or (status = 'LEFT' and organization_id = (select hub.viewer_organization())))));
drop trigger if exists log_write on members.membership_change;
create constraint trigger log_write after insert or update or delete on members.membership_change deferrable initially deferred
  for each row execute function members.log_write('membership.application');

-- membership.application
alter table members.application enable row level security, force row level security;
create policy migration on members.application to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.application as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]) or ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw' and (select hub.viewer_may('{COALITION_STAFF}', 'membership.application:u'))) or link_key = any ((select hub.viewer_records())::text[]));
create policy visible on members.application for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'membership.application:r', true)))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'membership.application:r')))
  or ((link_key = any ((select hub.viewer_records())::text[]))));
grant select on members.application to tahaluf_members;
create policy may_insert on members.application for insert to tahaluf_members with check (((status = 'APPLIED')));
grant insert on members.application to tahaluf_members;
create policy may_update on members.application for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'membership.application:u', true)))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'membership.application:u')))
  or ((link_key = any ((select hub.viewer_records())::text[])))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'membership.application:u', true)))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw') and (select hub.viewer_may('{COALITION_STAFF}', 'membership.application:u')))
  or ((link_key = any ((select hub.viewer_records())::text[]))));
grant update (status, name, kind, country, place, description, contact_name, contact_email, reason, decided_at, decision_reason) on members.application to tahaluf_members;
drop trigger if exists log_write on members.application;
create constraint trigger log_write after insert or update or delete on members.application deferrable initially deferred
  for each row execute function members.log_write('membership.application');

-- closed: how many applications came today from an address or a contact, by keyed hash
alter table members.application_count enable row level security, force row level security;
create policy migration on members.application_count to tahaluf_migrator using (true) with check (true);
create policy upkeep on members.application_count to tahaluf_members using (key = any ((select hub.viewer_records())::text[])) with check (key = any ((select hub.viewer_records())::text[]));
grant select, insert, update on members.application_count to tahaluf_members;

-- agreement
alter table members.agreement enable row level security, force row level security;
create policy migration on members.agreement to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.agreement as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.agreement for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'agreement:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (partner_id = (select hub.viewer_organization())) and (select hub.viewer_may('{ORG_ADMIN,COALITION_STAFF}', 'agreement:r'))));
grant select on members.agreement to tahaluf_members;
create policy may_insert on members.agreement for insert to tahaluf_members with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'agreement:c'))));
grant insert on members.agreement to tahaluf_members;
create policy insert_check on members.agreement as restrictive for insert to tahaluf_members with check ((select hub.viewer_organization()) in (organization_id, partner_id));
create policy may_update on members.agreement for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'agreement:u')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (partner_id = (select hub.viewer_organization())) and (select hub.viewer_may('{ORG_ADMIN}', 'agreement:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'agreement:u')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (partner_id = (select hub.viewer_organization())) and (select hub.viewer_may('{ORG_ADMIN}', 'agreement:u'))));
grant update (partner_signed_by, partner_signed_at, suspended_at, suspended_by_organization, revoked_at, revoked_by_organization, replaced_at) on members.agreement to tahaluf_members;
create policy update_check on members.agreement as restrictive for update to tahaluf_members using (true) with check ((select hub.viewer_organization()) in (organization_id, partner_id));
drop trigger if exists log_write on members.agreement;
create constraint trigger log_write after insert or update or delete on members.agreement deferrable initially deferred
  for each row execute function members.log_write('agreement');
create policy identity on members.agreement for select to tahaluf_identity using (true);
grant select (organization_id, partner_id, groups, maximum_level, starts_on, ends_on, signed_at, partner_signed_at, suspended_at, revoked_at, replaced_at) on members.agreement to tahaluf_identity;

-- apikey.meta
alter table members.api_client enable row level security, force row level security;
create policy migration on members.api_client to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.api_client as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.api_client for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'apikey.meta:r'))));
grant select on members.api_client to tahaluf_members;
create policy may_insert on members.api_client for insert to tahaluf_members with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'apikey.meta:c'))));
grant insert on members.api_client to tahaluf_members;
create policy insert_check on members.api_client as restrictive for insert to tahaluf_members with check (created_by = (select hub.viewer_person()) or revoked_at is not null);
create policy may_update on members.api_client for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'apikey.meta:d')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'apikey.meta:d'))));
grant update (revoked_at) on members.api_client to tahaluf_members;
create policy update_check on members.api_client as restrictive for update to tahaluf_members using (true) with check (created_by = (select hub.viewer_person()) or revoked_at is not null);
drop trigger if exists log_write on members.api_client;
create constraint trigger log_write after insert or update or delete on members.api_client deferrable initially deferred
  for each row execute function members.log_write('apikey.meta');
create policy identity on members.api_client for select to tahaluf_identity using (true);
grant select (organization_id, id, revoked_at) on members.api_client to tahaluf_identity;

-- apikey.meta
alter table members.api_key enable row level security, force row level security;
create policy migration on members.api_key to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.api_key as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.api_key for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'apikey.meta:r')))
  or (organization_id = (select hub.viewer_organization()) and (id = (select hub.viewer_tool())) and (select hub.tool_itself_may('apikey.meta:r'))));
grant select on members.api_key to tahaluf_members;
create policy may_insert on members.api_key for insert to tahaluf_members with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'apikey.meta:c'))));
grant insert on members.api_key to tahaluf_members;
create policy insert_check on members.api_key as restrictive for insert to tahaluf_members with check (granted_by = (select hub.viewer_person()) or revoked_at is not null);
create policy may_update on members.api_key for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'apikey.meta:d')))
  or (organization_id = (select hub.viewer_organization()) and (id = (select hub.viewer_tool())) and (select hub.tool_itself_may('apikey.meta:d')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'apikey.meta:d')))
  or (organization_id = (select hub.viewer_organization()) and (id = (select hub.viewer_tool())) and (select hub.tool_itself_may('apikey.meta:d'))));
grant update (revoked_at) on members.api_key to tahaluf_members;
create policy update_check on members.api_key as restrictive for update to tahaluf_members using (true) with check (granted_by = (select hub.viewer_person()) or revoked_at is not null);
drop trigger if exists log_write on members.api_key;
create constraint trigger log_write after insert or update or delete on members.api_key deferrable initially deferred
  for each row execute function members.log_write('apikey.meta');
create policy identity on members.api_key for select to tahaluf_identity using (true);
grant select (organization_id, id, client_id, key_hash, scopes, addresses, granted_by, expires_at, last_used_at, revoked_at) on members.api_key to tahaluf_identity;
create policy identity_update on members.api_key for update to tahaluf_identity using (true);
grant update (last_used_at, key_hash) on members.api_key to tahaluf_identity;

-- org.policy
alter table members.org_policy enable row level security, force row level security;
create policy migration on members.org_policy to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on members.org_policy as restrictive for select to tahaluf_members using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on members.org_policy for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.policy:r'))));
grant select on members.org_policy to tahaluf_members;
create policy may_insert on members.org_policy for insert to tahaluf_members with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u'))));
grant insert on members.org_policy to tahaluf_members;
create policy insert_check on members.org_policy as restrictive for insert to tahaluf_members with check (state <> 'IN_FORCE' or not widens or ((select hub.viewer_may('{ORG_ADMIN}', 'org.policy:s'))
    and (decided_by is distinct from proposed_by or effective_at <= now())));
create policy may_update on members.org_policy for update to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u'))));
grant update (state) on members.org_policy to tahaluf_members;
create policy update_check on members.org_policy as restrictive for update to tahaluf_members using (true) with check (state <> 'IN_FORCE' or not widens or ((select hub.viewer_may('{ORG_ADMIN}', 'org.policy:s'))
    and (decided_by is distinct from proposed_by or effective_at <= now())));
drop trigger if exists log_write on members.org_policy;
create constraint trigger log_write after insert or update or delete on members.org_policy deferrable initially deferred
  for each row execute function members.log_write('org.policy');
create policy identity on members.org_policy for select to tahaluf_identity using (true);
grant select (organization_id, state, narrowed, allowed_tools, suppression_threshold, in_aggregates) on members.org_policy to tahaluf_identity;
