-- closed: which migrations ran
alter table campaigns.migration enable row level security, force row level security;
create policy migration on campaigns.migration to tahaluf_migrator using (true) with check (true);

-- closed: which rows were seeded once
alter table campaigns.seed_row enable row level security, force row level security;
create policy migration on campaigns.seed_row to tahaluf_migrator using (true) with check (true);

-- closed: which mutations were asked for with which key; each to its own holder
alter table campaigns.idempotency enable row level security, force row level security;
create policy migration on campaigns.idempotency to tahaluf_migrator using (true) with check (true);
create policy upkeep on campaigns.idempotency to tahaluf_campaigns using (holder = coalesce((select hub.viewer_tool()), (select hub.viewer_organization() || ' ' || hub.viewer_person()), 'public')) with check (holder = coalesce((select hub.viewer_tool()), (select hub.viewer_organization() || ' ' || hub.viewer_person()), 'public'));
grant select, insert, update, delete on campaigns.idempotency to tahaluf_campaigns;

-- audit.org
alter table campaigns.audit_entry enable row level security, force row level security;
create policy migration on campaigns.audit_entry to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.audit_entry as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.audit_entry for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'audit.org:r')))
  or (organization_id = (select hub.viewer_organization()) and (person_id = (select hub.viewer_person())) and (select hub.viewer_may('{CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'audit.org:r'))));
grant select on campaigns.audit_entry to tahaluf_campaigns;
create policy log on campaigns.audit_entry to tahaluf_auditor using (true) with check (true);
grant select, insert on campaigns.audit_entry to tahaluf_auditor;

-- audit.head
alter table campaigns.audit_head enable row level security, force row level security;
create policy migration on campaigns.audit_head to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.audit_head as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.audit_head for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'audit.head:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'audit.head:r'))));
grant select on campaigns.audit_head to tahaluf_campaigns;
create policy log on campaigns.audit_head to tahaluf_auditor using (true) with check (true);
grant select, insert, update on campaigns.audit_head to tahaluf_auditor;

-- org.policy
alter table campaigns.sharing_version enable row level security, force row level security;
create policy migration on campaigns.sharing_version to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.sharing_version as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.sharing_version for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.policy:r'))));
grant select on campaigns.sharing_version to tahaluf_campaigns;
create policy log on campaigns.sharing_version to tahaluf_auditor using (true) with check (true);
grant select on campaigns.sharing_version to tahaluf_auditor;
create policy may_insert on campaigns.sharing_version for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u'))));
grant insert on campaigns.sharing_version to tahaluf_campaigns;
create policy insert_check on campaigns.sharing_version as restrictive for insert to tahaluf_campaigns with check (state <> 'IN_FORCE' or not widens or ((select hub.viewer_may('{ORG_ADMIN}', 'org.policy:s'))
    and (decided_by is distinct from proposed_by or effective_at <= now())));
create policy may_update on campaigns.sharing_version for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u'))));
grant update (state) on campaigns.sharing_version to tahaluf_campaigns;
create policy update_check on campaigns.sharing_version as restrictive for update to tahaluf_campaigns using (true) with check (state <> 'IN_FORCE' or not widens or ((select hub.viewer_may('{ORG_ADMIN}', 'org.policy:s'))
    and (decided_by is distinct from proposed_by or effective_at <= now())));
drop trigger if exists log_write on campaigns.sharing_version;
create constraint trigger log_write after insert or update or delete on campaigns.sharing_version deferrable initially deferred
  for each row execute function campaigns.log_write('org.policy');
create or replace trigger guard_sharing_version before insert or update on campaigns.sharing_version for each row
  execute function campaigns.guard_sharing_version('{"bill.position":["COALITION_SUMMARY","PUBLIC"],"campaign.summary":["COALITION_SUMMARY","PUBLIC"],"campaign.internal":["PRIVATE","COALITION"],"campaign.supporters":["PRIVATE","AGGREGATE_ONLY"],"campaign.task":["PRIVATE","COALITION"],"outreach.log":["PRIVATE","AGGREGATE_ONLY"],"report.figure":["PUBLIC","PUBLIC"]}');

-- bill.record
alter table campaigns.jurisdiction enable row level security, force row level security;
create policy migration on campaigns.jurisdiction to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.jurisdiction as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.jurisdiction for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.jurisdiction to tahaluf_campaigns;
create policy may_insert on campaigns.jurisdiction for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) is not null) and (select hub.viewer_may('{CAMPAIGNER}', 'bill.record:c'))));
grant insert on campaigns.jurisdiction to tahaluf_campaigns;
create policy insert_check on campaigns.jurisdiction as restrictive for insert to tahaluf_campaigns with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
create policy may_update on campaigns.jurisdiction for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:u'))));
grant update on campaigns.jurisdiction to tahaluf_campaigns;
create policy update_check on campaigns.jurisdiction as restrictive for update to tahaluf_campaigns using (true) with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
drop trigger if exists log_write on campaigns.jurisdiction;
create constraint trigger log_write after insert or update or delete on campaigns.jurisdiction deferrable initially deferred
  for each row execute function campaigns.log_write('bill.record');

-- bill.record
alter table campaigns.legislator enable row level security, force row level security;
create policy migration on campaigns.legislator to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.legislator as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.legislator for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.legislator to tahaluf_campaigns;
create policy may_insert on campaigns.legislator for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) is not null) and (select hub.viewer_may('{CAMPAIGNER}', 'bill.record:c'))));
grant insert on campaigns.legislator to tahaluf_campaigns;
create policy insert_check on campaigns.legislator as restrictive for insert to tahaluf_campaigns with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
create policy may_update on campaigns.legislator for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:u'))));
grant update on campaigns.legislator to tahaluf_campaigns;
create policy update_check on campaigns.legislator as restrictive for update to tahaluf_campaigns using (true) with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
drop trigger if exists log_write on campaigns.legislator;
create constraint trigger log_write after insert or update or delete on campaigns.legislator deferrable initially deferred
  for each row execute function campaigns.log_write('bill.record');

-- bill.record
alter table campaigns.bill enable row level security, force row level security;
create policy migration on campaigns.bill to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.bill as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.bill for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.bill to tahaluf_campaigns;
create policy may_insert on campaigns.bill for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) is not null) and (select hub.viewer_may('{CAMPAIGNER}', 'bill.record:c'))));
grant insert on campaigns.bill to tahaluf_campaigns;
create policy insert_check on campaigns.bill as restrictive for insert to tahaluf_campaigns with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
create policy may_update on campaigns.bill for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:u'))));
grant update on campaigns.bill to tahaluf_campaigns;
create policy update_check on campaigns.bill as restrictive for update to tahaluf_campaigns using (true) with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
drop trigger if exists log_write on campaigns.bill;
create constraint trigger log_write after insert or update or delete on campaigns.bill deferrable initially deferred
  for each row execute function campaigns.log_write('bill.record');

-- bill.record
alter table campaigns.legislative_session enable row level security, force row level security;
create policy migration on campaigns.legislative_session to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.legislative_session as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.legislative_session for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.legislative_session to tahaluf_campaigns;
create policy may_insert on campaigns.legislative_session for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) is not null) and (select hub.viewer_may('{CAMPAIGNER}', 'bill.record:c'))));
grant insert on campaigns.legislative_session to tahaluf_campaigns;
create policy insert_check on campaigns.legislative_session as restrictive for insert to tahaluf_campaigns with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
create policy may_update on campaigns.legislative_session for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:u'))));
grant update on campaigns.legislative_session to tahaluf_campaigns;
create policy update_check on campaigns.legislative_session as restrictive for update to tahaluf_campaigns using (true) with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
drop trigger if exists log_write on campaigns.legislative_session;
create constraint trigger log_write after insert or update or delete on campaigns.legislative_session deferrable initially deferred
  for each row execute function campaigns.log_write('bill.record');

-- bill.record
alter table campaigns.bill_search enable row level security, force row level security;
create policy migration on campaigns.bill_search to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.bill_search as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.bill_search for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.bill_search to tahaluf_campaigns;
create policy may_insert on campaigns.bill_search for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) is not null) and (select hub.viewer_may('{CAMPAIGNER}', 'bill.record:c'))));
grant insert on campaigns.bill_search to tahaluf_campaigns;
create policy insert_check on campaigns.bill_search as restrictive for insert to tahaluf_campaigns with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
create policy may_delete on campaigns.bill_search for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:d'))));
grant delete on campaigns.bill_search to tahaluf_campaigns;

-- bill.record
alter table campaigns.bill_tag enable row level security, force row level security;
create policy migration on campaigns.bill_tag to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.bill_tag as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.bill_tag for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.bill_tag to tahaluf_campaigns;
create policy may_insert on campaigns.bill_tag for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) is not null) and (select hub.viewer_may('{CAMPAIGNER}', 'bill.record:c'))));
grant insert on campaigns.bill_tag to tahaluf_campaigns;
create policy insert_check on campaigns.bill_tag as restrictive for insert to tahaluf_campaigns with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
create policy may_delete on campaigns.bill_tag for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:d'))));
grant delete on campaigns.bill_tag to tahaluf_campaigns;

-- bill.record
alter table campaigns.bill_action enable row level security, force row level security;
create policy migration on campaigns.bill_action to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.bill_action as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.bill_action for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.bill_action to tahaluf_campaigns;
create policy may_insert on campaigns.bill_action for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) is not null) and (select hub.viewer_may('{CAMPAIGNER}', 'bill.record:c'))));
grant insert on campaigns.bill_action to tahaluf_campaigns;
create policy insert_check on campaigns.bill_action as restrictive for insert to tahaluf_campaigns with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
create policy may_delete on campaigns.bill_action for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:d'))));
grant delete on campaigns.bill_action to tahaluf_campaigns;

-- bill.record
alter table campaigns.bill_relation enable row level security, force row level security;
create policy migration on campaigns.bill_relation to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.bill_relation as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.bill_relation for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.bill_relation to tahaluf_campaigns;
create policy may_insert on campaigns.bill_relation for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) is not null) and (select hub.viewer_may('{CAMPAIGNER}', 'bill.record:c'))));
grant insert on campaigns.bill_relation to tahaluf_campaigns;
create policy insert_check on campaigns.bill_relation as restrictive for insert to tahaluf_campaigns with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
create policy may_delete on campaigns.bill_relation for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:d'))));
grant delete on campaigns.bill_relation to tahaluf_campaigns;

-- bill.record
alter table campaigns.vote_event enable row level security, force row level security;
create policy migration on campaigns.vote_event to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.vote_event as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.vote_event for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.vote_event to tahaluf_campaigns;
create policy may_insert on campaigns.vote_event for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) is not null) and (select hub.viewer_may('{CAMPAIGNER}', 'bill.record:c'))));
grant insert on campaigns.vote_event to tahaluf_campaigns;
create policy insert_check on campaigns.vote_event as restrictive for insert to tahaluf_campaigns with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
create policy may_delete on campaigns.vote_event for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:d'))));
grant delete on campaigns.vote_event to tahaluf_campaigns;

-- bill.record
alter table campaigns.vote enable row level security, force row level security;
create policy migration on campaigns.vote to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.vote as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.vote for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.vote to tahaluf_campaigns;
create policy may_insert on campaigns.vote for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((select hub.viewer_organization()) is not null) and (select hub.viewer_may('{CAMPAIGNER}', 'bill.record:c'))));
grant insert on campaigns.vote to tahaluf_campaigns;
create policy insert_check on campaigns.vote as restrictive for insert to tahaluf_campaigns with check ((organization_id = 'org_5ddzsnxwvqbdj9q5vxdn8cm6dw'));
create policy may_delete on campaigns.vote for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{COALITION_STAFF}', 'bill.record:d'))));
grant delete on campaigns.vote to tahaluf_campaigns;

-- bill.position
alter table campaigns.bill_position enable row level security, force row level security;
create policy migration on campaigns.bill_position to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.bill_position as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.bill_position for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.position:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.position:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.position:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.position:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.bill_position to tahaluf_campaigns;
create policy may_insert on campaigns.bill_position for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:c')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:c'))));
grant insert on campaigns.bill_position to tahaluf_campaigns;
create policy may_update on campaigns.bill_position for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:s'))));
grant update (replaced_on, sharing_level, chosen_level) on campaigns.bill_position to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.bill_position;
create constraint trigger log_write after insert or update or delete on campaigns.bill_position deferrable initially deferred
  for each row execute function campaigns.log_write('bill.position');
create or replace trigger level_guard before update on campaigns.bill_position for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:s');
create or replace trigger guard_cap before insert or update on campaigns.bill_position for each row
  execute function campaigns.guard_cap('bill.position', 'COALITION_SUMMARY', '{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}');

-- bill.position
alter table campaigns.testimony enable row level security, force row level security;
create policy migration on campaigns.testimony to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.testimony as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.testimony for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.position:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.position:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.position:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.position:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.testimony to tahaluf_campaigns;
create policy may_insert on campaigns.testimony for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:c')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:c'))));
grant insert on campaigns.testimony to tahaluf_campaigns;
create policy may_update on campaigns.testimony for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:s'))));
grant update (version, state, text, approved_on, delivered_on, sharing_level, chosen_level) on campaigns.testimony to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.testimony;
create constraint trigger log_write after insert or update or delete on campaigns.testimony deferrable initially deferred
  for each row execute function campaigns.log_write('bill.position');
create or replace trigger level_guard before update on campaigns.testimony for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:s');
create or replace trigger guard_cap before insert or update on campaigns.testimony for each row
  execute function campaigns.guard_cap('bill.position', 'COALITION_SUMMARY', '{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}');

-- bill.position
alter table campaigns.testimony_bill enable row level security, force row level security;
create policy migration on campaigns.testimony_bill to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.testimony_bill as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.testimony_bill for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.position:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.position:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.position:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.position:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.testimony_bill to tahaluf_campaigns;
create policy may_insert on campaigns.testimony_bill for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:c')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'bill.position:c'))));
grant insert on campaigns.testimony_bill to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.testimony_bill;
create constraint trigger log_write after insert or update or delete on campaigns.testimony_bill deferrable initially deferred
  for each row execute function campaigns.log_write('bill.position');

-- campaign.summary
alter table campaigns.campaign enable row level security, force row level security;
create policy migration on campaigns.campaign to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.campaign as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.campaign for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.campaign to tahaluf_campaigns;
create policy may_insert on campaigns.campaign for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:c'))));
grant insert on campaigns.campaign to tahaluf_campaigns;
create policy may_update on campaigns.campaign for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s'))));
grant update (sharing_level, chosen_level, kind, title, subtitle, acronym, objective, objective_sources, status, country, period_label, period_start, period_end, version) on campaigns.campaign to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.campaign;
create constraint trigger log_write after insert or update or delete on campaigns.campaign deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.summary');
create or replace trigger level_guard before update on campaigns.campaign for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s');
create or replace trigger guard_cap before insert or update on campaigns.campaign for each row
  execute function campaigns.guard_cap('campaign.summary', 'COALITION_SUMMARY', '{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}');

-- campaign.summary
alter table campaigns.campaign_search enable row level security, force row level security;
create policy migration on campaigns.campaign_search to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.campaign_search as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.campaign_search for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.campaign_search to tahaluf_campaigns;
create policy may_insert on campaigns.campaign_search for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:c')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u'))));
grant insert on campaigns.campaign_search to tahaluf_campaigns;
create policy may_delete on campaigns.campaign_search for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u'))));
grant delete on campaigns.campaign_search to tahaluf_campaigns;

-- campaign.summary
alter table campaigns.campaign_tag enable row level security, force row level security;
create policy migration on campaigns.campaign_tag to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.campaign_tag as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.campaign_tag for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.campaign_tag to tahaluf_campaigns;
create policy may_insert on campaigns.campaign_tag for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:c')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u'))));
grant insert on campaigns.campaign_tag to tahaluf_campaigns;
create policy may_delete on campaigns.campaign_tag for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u'))));
grant delete on campaigns.campaign_tag to tahaluf_campaigns;

-- campaign.summary
alter table campaigns.campaign_credit enable row level security, force row level security;
create policy migration on campaigns.campaign_credit to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.campaign_credit as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.campaign_credit for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.campaign_credit to tahaluf_campaigns;
create policy may_insert on campaigns.campaign_credit for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:c')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u'))));
grant insert on campaigns.campaign_credit to tahaluf_campaigns;
create policy may_delete on campaigns.campaign_credit for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u'))));
grant delete on campaigns.campaign_credit to tahaluf_campaigns;

-- campaign.internal
alter table campaigns.campaign_internal enable row level security, force row level security;
create policy migration on campaigns.campaign_internal to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.campaign_internal as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.campaign_internal for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.internal:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION', 'PUBLIC') and organization_id = any ((select hub.viewer_partners('campaign.internal'))::text[]) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.internal:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((organization_id, id) in (select joined.organization_id, joined.campaign_id
    from campaigns.campaign_partnership joined
    where joined.partner_id = (select hub.viewer_organization()) and joined.state = 'JOINED')) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.internal:r'))));
grant select on campaigns.campaign_internal to tahaluf_campaigns;
create policy may_insert on campaigns.campaign_internal for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.internal:c'))));
grant insert on campaigns.campaign_internal to tahaluf_campaigns;
create policy may_update on campaigns.campaign_internal for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.internal:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'campaign.internal:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.internal:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'campaign.internal:s'))));
grant update on campaigns.campaign_internal to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.campaign_internal;
create constraint trigger log_write after insert or update or delete on campaigns.campaign_internal deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.internal');
create or replace trigger level_guard before update on campaigns.campaign_internal for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN}', 'campaign.internal:s');
create or replace trigger guard_cap before insert or update on campaigns.campaign_internal for each row
  execute function campaigns.guard_cap('campaign.internal', 'PRIVATE', '{ORG_ADMIN}');

-- campaign.partner
alter table campaigns.campaign_partnership enable row level security, force row level security;
create policy migration on campaigns.campaign_partnership to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.campaign_partnership as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.campaign_partnership for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.partner:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (partner_id = (select hub.viewer_organization())) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.partner:r'))));
grant select on campaigns.campaign_partnership to tahaluf_campaigns;
create policy may_insert on campaigns.campaign_partnership for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:c'))));
grant insert (organization_id, id, campaign_id, partner_id, message) on campaigns.campaign_partnership to tahaluf_campaigns;
create policy may_update on campaigns.campaign_partnership for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:u')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (partner_id = (select hub.viewer_organization())) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:d')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:u')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (partner_id = (select hub.viewer_organization())) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:d'))));
grant update (state) on campaigns.campaign_partnership to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.campaign_partnership;
create constraint trigger log_write after insert or update or delete on campaigns.campaign_partnership deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.partner');

-- campaign.summary
alter table campaigns.action_call enable row level security, force row level security;
create policy migration on campaigns.action_call to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.action_call as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.action_call for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.action_call to tahaluf_campaigns;
create policy log on campaigns.action_call to tahaluf_auditor using (true) with check (true);
grant select, update on campaigns.action_call to tahaluf_auditor;
create policy hidden_from_counting on campaigns.action_call as restrictive for select to tahaluf_counter using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy counted on campaigns.action_call for select to tahaluf_counter using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select (organization_id, id, sharing_level, state, opens_on, closes_on) on campaigns.action_call to tahaluf_counter;
create policy may_insert on campaigns.action_call for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:c'))));
grant insert on campaigns.action_call to tahaluf_campaigns;
create policy may_update on campaigns.action_call for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s'))));
grant update (sharing_level, chosen_level, campaign_id, kind, state, title, text, addressee, bill_id, legislator_ids, opens_on, closes_on, goal, version, contact_key) on campaigns.action_call to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.action_call;
create constraint trigger log_write after insert or update or delete on campaigns.action_call deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.summary');
create or replace trigger level_guard before update on campaigns.action_call for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s');
create or replace trigger guard_cap before insert or update on campaigns.action_call for each row
  execute function campaigns.guard_cap('campaign.summary', 'COALITION_SUMMARY', '{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}');

-- campaign.partner
alter table campaigns.action_call_sponsorship enable row level security, force row level security;
create policy migration on campaigns.action_call_sponsorship to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.action_call_sponsorship as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.action_call_sponsorship for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.partner:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (partner_id = (select hub.viewer_organization())) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.partner:r'))));
grant select on campaigns.action_call_sponsorship to tahaluf_campaigns;
create policy may_insert on campaigns.action_call_sponsorship for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:c'))));
grant insert (organization_id, id, call_id, partner_id) on campaigns.action_call_sponsorship to tahaluf_campaigns;
create policy may_update on campaigns.action_call_sponsorship for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:u')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (partner_id = (select hub.viewer_organization())) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:d')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:u')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (partner_id = (select hub.viewer_organization())) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.partner:d'))));
grant update (state) on campaigns.action_call_sponsorship to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.action_call_sponsorship;
create constraint trigger log_write after insert or update or delete on campaigns.action_call_sponsorship deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.partner');

-- campaign.summary
alter table campaigns.action_call_sponsor enable row level security, force row level security;
create policy migration on campaigns.action_call_sponsor to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.action_call_sponsor as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.action_call_sponsor for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.action_call_sponsor to tahaluf_campaigns;
create policy log on campaigns.action_call_sponsor to tahaluf_auditor using (true) with check (true);
grant select, insert, delete on campaigns.action_call_sponsor to tahaluf_auditor;

-- campaign.supporters
alter table campaigns.signing enable row level security, force row level security;
create policy migration on campaigns.signing to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.signing as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]) or link_key = any ((select hub.viewer_records())::text[]));
create policy visible on campaigns.signing for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.supporters:r')))
  or ((link_key = any ((select hub.viewer_records())::text[]))));
grant select on campaigns.signing to tahaluf_campaigns;
create policy log on campaigns.signing to tahaluf_auditor using (true) with check (true);
grant select, update, delete on campaigns.signing to tahaluf_auditor;
create policy hidden_from_counting on campaigns.signing as restrictive for select to tahaluf_counter using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy counted on campaigns.signing for select to tahaluf_counter using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.supporters:n')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.supporters:n')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level <> 'PRIVATE' and organization_id = any ((select hub.aggregated_organizations())::text[]) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.supporters:n')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level <> 'PRIVATE' and organization_id = any ((select hub.aggregated_organizations())::text[]) and (select hub.tool_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.supporters:n')))
  or (((lead_id, call_id) in (select c.organization_id, c.id from campaigns.action_call c
    where c.state = 'OPEN' and c.sharing_level = 'PUBLIC'
      and current_date between coalesce(c.opens_on, current_date) and coalesce(c.closes_on, current_date)))));
grant select (organization_id, sharing_level, lead_id, call_id, person_key, signed_at, confirmed_at, withdrawn_at) on campaigns.signing to tahaluf_counter;
create policy may_insert on campaigns.signing for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.supporters:c')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.supporters:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((lead_id, call_id) in (select c.organization_id, c.id from campaigns.action_call c
    where c.state = 'OPEN' and c.sharing_level = 'PUBLIC'
      and current_date between coalesce(c.opens_on, current_date) and coalesce(c.closes_on, current_date))) and (select hub.tool_may('{}', 'campaign.supporters:c')))
  or (((lead_id, call_id) in (select c.organization_id, c.id from campaigns.action_call c
    where c.state = 'OPEN' and c.sharing_level = 'PUBLIC'
      and current_date between coalesce(c.opens_on, current_date) and coalesce(c.closes_on, current_date)))));
grant insert (organization_id, sharing_level, id, lead_id, call_id, person_key, link_key) on campaigns.signing to tahaluf_campaigns;
create policy may_update on campaigns.signing for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.supporters:u')))
  or ((link_key = any ((select hub.viewer_records())::text[])))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'campaign.supporters:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.supporters:u')))
  or ((link_key = any ((select hub.viewer_records())::text[])))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'campaign.supporters:s'))));
grant update (confirmed_at, sharing_level, chosen_level) on campaigns.signing to tahaluf_campaigns;
create policy may_delete on campaigns.signing for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.supporters:d')))
  or ((link_key = any ((select hub.viewer_records())::text[]))));
grant delete on campaigns.signing to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.signing;
create constraint trigger log_write after insert or update or delete on campaigns.signing deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.supporters');
create or replace trigger level_guard before update on campaigns.signing for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN}', 'campaign.supporters:s');
create or replace trigger guard_cap before insert or update on campaigns.signing for each row
  execute function campaigns.guard_cap('campaign.supporters', 'PRIVATE', '{ORG_ADMIN}');

-- campaign.supporters
alter table campaigns.signature enable row level security, force row level security;
create policy migration on campaigns.signature to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.signature as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]) or link_key = any ((select hub.viewer_records())::text[]));
create policy visible on campaigns.signature for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.supporters:r')))
  or ((link_key = any ((select hub.viewer_records())::text[]))));
grant select on campaigns.signature to tahaluf_campaigns;
create policy log on campaigns.signature to tahaluf_auditor using (true) with check (true);
grant select, delete on campaigns.signature to tahaluf_auditor;
create policy may_insert on campaigns.signature for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.supporters:c')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.supporters:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((lead_id, call_id) in (select c.organization_id, c.id from campaigns.action_call c
    where c.state = 'OPEN' and c.sharing_level = 'PUBLIC'
      and current_date between coalesce(c.opens_on, current_date) and coalesce(c.closes_on, current_date))) and (select hub.tool_may('{}', 'campaign.supporters:c')))
  or (((lead_id, call_id) in (select c.organization_id, c.id from campaigns.action_call c
    where c.state = 'OPEN' and c.sharing_level = 'PUBLIC'
      and current_date between coalesce(c.opens_on, current_date) and coalesce(c.closes_on, current_date)))));
grant insert (organization_id, id, bringer_id, signing_id, lead_id, call_id, person_key, link_key, name, email, comment, place, language, consent_version) on campaigns.signature to tahaluf_campaigns;
create policy may_update on campaigns.signature for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.supporters:u')))
  or ((link_key = any ((select hub.viewer_records())::text[])))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.supporters:u')))
  or ((link_key = any ((select hub.viewer_records())::text[]))));
grant update (name, place, comment) on campaigns.signature to tahaluf_campaigns;
create policy may_delete on campaigns.signature for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.supporters:d')))
  or ((link_key = any ((select hub.viewer_records())::text[]))));
grant delete on campaigns.signature to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.signature;
create constraint trigger log_write after insert or update or delete on campaigns.signature deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.supporters');

-- closed: how often a call was signed today, at all and from an address, by keyed hash
alter table campaigns.signing_count enable row level security, force row level security;
create policy migration on campaigns.signing_count to tahaluf_migrator using (true) with check (true);
create policy upkeep on campaigns.signing_count to tahaluf_campaigns using (key = any ((select hub.viewer_records())::text[])) with check (key = any ((select hub.viewer_records())::text[]));
grant select, insert, update on campaigns.signing_count to tahaluf_campaigns;

-- campaign.task
alter table campaigns.campaign_task enable row level security, force row level security;
create policy migration on campaigns.campaign_task to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.campaign_task as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.campaign_task for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.task:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION', 'PUBLIC') and (campaign_level is null or campaign_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC')) and organization_id = any ((select hub.viewer_partners('campaign.task'))::text[]) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.task:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((organization_id, campaign_id) in (select joined.organization_id, joined.campaign_id
    from campaigns.campaign_partnership joined
    where joined.partner_id = (select hub.viewer_organization()) and joined.state = 'JOINED')) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.task:r'))));
grant select on campaigns.campaign_task to tahaluf_campaigns;
create policy may_insert on campaigns.campaign_task for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.task:c')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((organization_id, campaign_id) in (select joined.organization_id, joined.campaign_id
    from campaigns.campaign_partnership joined
    where joined.partner_id = (select hub.viewer_organization()) and joined.state = 'JOINED')) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.task:c'))));
grant insert (organization_id, id, sharing_level, campaign_id, campaign_level, title, description, owner_organization_id, person_id, due_on, blocker_ids) on campaigns.campaign_task to tahaluf_campaigns;
create policy may_update on campaigns.campaign_task for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.task:u')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((organization_id, campaign_id) in (select joined.organization_id, joined.campaign_id
    from campaigns.campaign_partnership joined
    where joined.partner_id = (select hub.viewer_organization()) and joined.state = 'JOINED')) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.task:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'campaign.task:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.task:u')))
  or (organization_id is distinct from (select hub.viewer_organization()) and ((organization_id, campaign_id) in (select joined.organization_id, joined.campaign_id
    from campaigns.campaign_partnership joined
    where joined.partner_id = (select hub.viewer_organization()) and joined.state = 'JOINED')) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.task:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'campaign.task:s'))));
grant update (sharing_level, chosen_level, title, description, owner_organization_id, person_id, state, due_on, blocker_ids, version) on campaigns.campaign_task to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.campaign_task;
create constraint trigger log_write after insert or update or delete on campaigns.campaign_task deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.task');
create or replace trigger level_guard before update on campaigns.campaign_task for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN}', 'campaign.task:s');
create or replace trigger guard_cap before insert or update on campaigns.campaign_task for each row
  execute function campaigns.guard_cap('campaign.task', 'PRIVATE', '{ORG_ADMIN}');

-- follow
alter table campaigns.follow enable row level security, force row level security;
create policy migration on campaigns.follow to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.follow as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.follow for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'follow:r')))
  or (organization_id = (select hub.viewer_organization()) and (follower_id = coalesce((select hub.viewer_tool()), (select hub.viewer_person()))) and (select hub.viewer_may('{CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'follow:r')))
  or (organization_id = (select hub.viewer_organization()) and (follower_id = coalesce((select hub.viewer_tool()), (select hub.viewer_person()))) and (select hub.tool_itself_may('follow:r'))));
grant select on campaigns.follow to tahaluf_campaigns;
create policy may_insert on campaigns.follow for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'follow:c')))
  or (organization_id = (select hub.viewer_organization()) and (follower_id = coalesce((select hub.viewer_tool()), (select hub.viewer_person()))) and (select hub.viewer_may('{CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'follow:c')))
  or (organization_id = (select hub.viewer_organization()) and (follower_id = coalesce((select hub.viewer_tool()), (select hub.viewer_person()))) and (select hub.tool_itself_may('follow:c'))));
grant insert (organization_id, id, follower_id, subject_id) on campaigns.follow to tahaluf_campaigns;
create policy insert_check on campaigns.follow as restrictive for insert to tahaluf_campaigns with check (follower_id in (organization_id, coalesce((select hub.viewer_tool()), (select hub.viewer_person()))));
create policy may_update on campaigns.follow for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'follow:u')))
  or (organization_id = (select hub.viewer_organization()) and (follower_id = coalesce((select hub.viewer_tool()), (select hub.viewer_person()))) and (select hub.viewer_may('{CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'follow:u')))
  or (organization_id = (select hub.viewer_organization()) and (follower_id = coalesce((select hub.viewer_tool()), (select hub.viewer_person()))) and (select hub.tool_itself_may('follow:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'follow:u')))
  or (organization_id = (select hub.viewer_organization()) and (follower_id = coalesce((select hub.viewer_tool()), (select hub.viewer_person()))) and (select hub.viewer_may('{CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'follow:u')))
  or (organization_id = (select hub.viewer_organization()) and (follower_id = coalesce((select hub.viewer_tool()), (select hub.viewer_person()))) and (select hub.tool_itself_may('follow:u'))));
grant update (horizon, sequence) on campaigns.follow to tahaluf_campaigns;
create policy update_check on campaigns.follow as restrictive for update to tahaluf_campaigns using (true) with check (follower_id in (organization_id, coalesce((select hub.viewer_tool()), (select hub.viewer_person()))));
create policy may_delete on campaigns.follow for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'follow:d')))
  or (organization_id = (select hub.viewer_organization()) and (follower_id = coalesce((select hub.viewer_tool()), (select hub.viewer_person()))) and (select hub.viewer_may('{CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'follow:d')))
  or (organization_id = (select hub.viewer_organization()) and (follower_id = coalesce((select hub.viewer_tool()), (select hub.viewer_person()))) and (select hub.tool_itself_may('follow:d'))));
grant delete on campaigns.follow to tahaluf_campaigns;

-- campaign.summary
alter table campaigns.campaign_change enable row level security, force row level security;
create policy migration on campaigns.campaign_change to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.campaign_change as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.campaign_change for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.campaign_change to tahaluf_campaigns;
create policy log on campaigns.campaign_change to tahaluf_auditor using (true) with check (true);
grant select, insert on campaigns.campaign_change to tahaluf_auditor;

-- bill.record
alter table campaigns.bill_change enable row level security, force row level security;
create policy migration on campaigns.bill_change to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.bill_change as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.bill_change for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.bill_change to tahaluf_campaigns;
create policy log on campaigns.bill_change to tahaluf_auditor using (true) with check (true);
grant select, insert on campaigns.bill_change to tahaluf_auditor;

-- bill.record
alter table campaigns.legislator_change enable row level security, force row level security;
create policy migration on campaigns.legislator_change to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.legislator_change as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.legislator_change for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'bill.record:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.legislator_change to tahaluf_campaigns;
create policy log on campaigns.legislator_change to tahaluf_auditor using (true) with check (true);
grant select, insert on campaigns.legislator_change to tahaluf_auditor;

-- outreach.log
alter table campaigns.outreach_contact enable row level security, force row level security;
create policy migration on campaigns.outreach_contact to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.outreach_contact as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.outreach_contact for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'outreach.log:r'))));
grant select on campaigns.outreach_contact to tahaluf_campaigns;
create policy hidden_from_counting on campaigns.outreach_contact as restrictive for select to tahaluf_counter using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy counted on campaigns.outreach_contact for select to tahaluf_counter using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'outreach.log:n')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level <> 'PRIVATE' and organization_id = any ((select hub.aggregated_organizations())::text[]) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'outreach.log:n'))));
grant select (organization_id, sharing_level, channel, campaign_id, archived_at) on campaigns.outreach_contact to tahaluf_counter;
create policy may_insert on campaigns.outreach_contact for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'outreach.log:c')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'outreach.log:c'))));
grant insert (organization_id, id, sharing_level, channel, contacted_on, with_whom, language, outcome, campaign_id, bill_id, legislator_id) on campaigns.outreach_contact to tahaluf_campaigns;
create policy may_update on campaigns.outreach_contact for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'outreach.log:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'outreach.log:d')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'outreach.log:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'outreach.log:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'outreach.log:d')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'outreach.log:s'))));
grant update (sharing_level, chosen_level, channel, contacted_on, with_whom, language, outcome, campaign_id, bill_id, legislator_id, archived_at, version) on campaigns.outreach_contact to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.outreach_contact;
create constraint trigger log_write after insert or update or delete on campaigns.outreach_contact deferrable initially deferred
  for each row execute function campaigns.log_write('outreach.log');
create or replace trigger level_guard before update on campaigns.outreach_contact for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN}', 'outreach.log:s');
create or replace trigger guard_cap before insert or update on campaigns.outreach_contact for each row
  execute function campaigns.guard_cap('outreach.log', 'PRIVATE', '{ORG_ADMIN}');

-- campaign.summary
alter table campaigns.media_item enable row level security, force row level security;
create policy migration on campaigns.media_item to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.media_item as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.media_item for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (campaign_level is null or campaign_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC')) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (campaign_level is null or campaign_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC')) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC' and (campaign_level is null or campaign_level in ('PUBLIC'))));
grant select on campaigns.media_item to tahaluf_campaigns;
create policy may_insert on campaigns.media_item for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:c'))));
grant insert (organization_id, id, sharing_level, title, campaign_id, campaign_level, bill_id, links, kind, published_on, outlet, language) on campaigns.media_item to tahaluf_campaigns;
create policy may_update on campaigns.media_item for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s'))));
grant update (sharing_level, chosen_level, title, campaign_id, campaign_level, bill_id, links, kind, published_on, outlet, language, archived_at, version) on campaigns.media_item to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.media_item;
create constraint trigger log_write after insert or update or delete on campaigns.media_item deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.summary');
create or replace trigger level_guard before update on campaigns.media_item for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s');
create or replace trigger guard_cap before insert or update on campaigns.media_item for each row
  execute function campaigns.guard_cap('campaign.summary', 'COALITION_SUMMARY', '{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}');

-- campaign.summary
alter table campaigns.publication enable row level security, force row level security;
create policy migration on campaigns.publication to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.publication as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.publication for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (campaign_level is null or campaign_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC')) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (campaign_level is null or campaign_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC')) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC' and (campaign_level is null or campaign_level in ('PUBLIC'))));
grant select on campaigns.publication to tahaluf_campaigns;
create policy may_insert on campaigns.publication for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:c'))));
grant insert (organization_id, id, sharing_level, title, campaign_id, campaign_level, bill_id, links, kind, published_on, summary, languages) on campaigns.publication to tahaluf_campaigns;
create policy may_update on campaigns.publication for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s'))));
grant update (sharing_level, chosen_level, title, campaign_id, campaign_level, bill_id, links, kind, published_on, summary, languages, archived_at, version) on campaigns.publication to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.publication;
create constraint trigger log_write after insert or update or delete on campaigns.publication deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.summary');
create or replace trigger level_guard before update on campaigns.publication for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s');
create or replace trigger guard_cap before insert or update on campaigns.publication for each row
  execute function campaigns.guard_cap('campaign.summary', 'COALITION_SUMMARY', '{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}');

-- campaign.summary
alter table campaigns.oversight_report enable row level security, force row level security;
create policy migration on campaigns.oversight_report to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.oversight_report as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.oversight_report for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (campaign_level is null or campaign_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC')) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (campaign_level is null or campaign_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC')) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC' and (campaign_level is null or campaign_level in ('PUBLIC'))));
grant select on campaigns.oversight_report to tahaluf_campaigns;
create policy may_insert on campaigns.oversight_report for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:c'))));
grant insert (organization_id, id, sharing_level, title, campaign_id, campaign_level, bill_id, links, government_action, finding, found_on, response, follow_up_on) on campaigns.oversight_report to tahaluf_campaigns;
create policy may_update on campaigns.oversight_report for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s'))));
grant update (sharing_level, chosen_level, title, campaign_id, campaign_level, bill_id, links, government_action, finding, found_on, response, follow_up_on, archived_at, version) on campaigns.oversight_report to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.oversight_report;
create constraint trigger log_write after insert or update or delete on campaigns.oversight_report deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.summary');
create or replace trigger level_guard before update on campaigns.oversight_report for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s');
create or replace trigger guard_cap before insert or update on campaigns.oversight_report for each row
  execute function campaigns.guard_cap('campaign.summary', 'COALITION_SUMMARY', '{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}');

-- campaign.summary
alter table campaigns.activity enable row level security, force row level security;
create policy migration on campaigns.activity to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.activity as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.activity for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.activity to tahaluf_campaigns;
create policy may_insert on campaigns.activity for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:c'))));
grant insert (organization_id, sharing_level, subject_id, id, position, sources, kind, description, planned, done, progress_unit, assignee_id, due_on) on campaigns.activity to tahaluf_campaigns;
create policy may_update on campaigns.activity for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d'))));
grant update (kind, description, planned, done, progress_unit, assignee_id, due_on, archived_at, version) on campaigns.activity to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.activity;
create constraint trigger log_write after insert or update or delete on campaigns.activity deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.summary');

-- campaign.summary
alter table campaigns.activity_search enable row level security, force row level security;
create policy migration on campaigns.activity_search to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.activity_search as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.activity_search for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.activity_search to tahaluf_campaigns;
create policy may_insert on campaigns.activity_search for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:c')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u'))));
grant insert on campaigns.activity_search to tahaluf_campaigns;
create policy may_delete on campaigns.activity_search for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d'))));
grant delete on campaigns.activity_search to tahaluf_campaigns;

-- campaign.summary
alter table campaigns.result enable row level security, force row level security;
create policy migration on campaigns.result to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.result as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.result for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.result to tahaluf_campaigns;
create policy may_insert on campaigns.result for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:c'))));
grant insert (organization_id, sharing_level, subject_id, id, position, type, description, sources) on campaigns.result to tahaluf_campaigns;
create policy may_update on campaigns.result for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d'))));
grant update (type, description, archived_at, version) on campaigns.result to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.result;
create constraint trigger log_write after insert or update or delete on campaigns.result deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.summary');

-- campaign.summary
alter table campaigns.indicator enable row level security, force row level security;
create policy migration on campaigns.indicator to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.indicator as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.indicator for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.indicator to tahaluf_campaigns;
create policy may_insert on campaigns.indicator for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:c'))));
grant insert (organization_id, sharing_level, subject_id, id, position, result_id, title, ascending, measure, unit, aggregable, sources) on campaigns.indicator to tahaluf_campaigns;
create policy may_update on campaigns.indicator for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d'))));
grant update (result_id, title, ascending, baseline_value, baseline_year, baseline_on, baseline_comment, archived_at, version) on campaigns.indicator to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.indicator;
create constraint trigger log_write after insert or update or delete on campaigns.indicator deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.summary');

-- campaign.summary
alter table campaigns.indicator_period enable row level security, force row level security;
create policy migration on campaigns.indicator_period to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.indicator_period as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.indicator_period for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.indicator_period to tahaluf_campaigns;
create policy may_insert on campaigns.indicator_period for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u'))));
grant insert (organization_id, sharing_level, subject_id, id, position, starts_on, ends_on) on campaigns.indicator_period to tahaluf_campaigns;
create policy may_update on campaigns.indicator_period for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u'))));
grant update (starts_on, ends_on, target_value, target_qualifier, target_comment, target_place, target_documents, target_parts, actual_value, actual_qualifier, actual_comment, actual_place, actual_documents, actual_parts) on campaigns.indicator_period to tahaluf_campaigns;
create policy may_delete on campaigns.indicator_period for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:d'))));
grant delete on campaigns.indicator_period to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.indicator_period;
create constraint trigger log_write after insert or update or delete on campaigns.indicator_period deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.summary');

-- campaign.summary
alter table campaigns.indicator_correction enable row level security, force row level security;
create policy migration on campaigns.indicator_correction to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.indicator_correction as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.indicator_correction for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.indicator_correction to tahaluf_campaigns;
create policy may_insert on campaigns.indicator_correction for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u'))));
grant insert (organization_id, sharing_level, subject_id, position, value, qualifier, reason) on campaigns.indicator_correction to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.indicator_correction;
create constraint trigger log_write after insert or update or delete on campaigns.indicator_correction deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.summary');

-- campaign.summary
alter table campaigns.indicator_link enable row level security, force row level security;
create policy migration on campaigns.indicator_link to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.indicator_link as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.indicator_link for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.indicator_link to tahaluf_campaigns;
create policy may_insert on campaigns.indicator_link for insert to tahaluf_campaigns with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:c')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u'))));
grant insert on campaigns.indicator_link to tahaluf_campaigns;
create policy may_delete on campaigns.indicator_link for delete to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:u'))));
grant delete on campaigns.indicator_link to tahaluf_campaigns;

-- campaign.summary
alter table campaigns.campaign_link enable row level security, force row level security;
create policy migration on campaigns.campaign_link to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.campaign_link as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.campaign_link for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.campaign_link to tahaluf_campaigns;
create policy may_update on campaigns.campaign_link for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s'))));
grant update (sharing_level, chosen_level) on campaigns.campaign_link to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.campaign_link;
create constraint trigger log_write after insert or update or delete on campaigns.campaign_link deferrable initially deferred
  for each row execute function campaigns.log_write('campaign.summary');
create or replace trigger level_guard before update on campaigns.campaign_link for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s');
create or replace trigger guard_cap before insert or update on campaigns.campaign_link for each row
  execute function campaigns.guard_cap('campaign.summary', 'COALITION_SUMMARY', '{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}');

-- report.figure
alter table campaigns.figure enable row level security, force row level security;
create policy migration on campaigns.figure to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.figure as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.figure for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.figure to tahaluf_campaigns;
create policy may_update on campaigns.figure for update to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'report.figure:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'report.figure:s'))));
grant update (sharing_level, chosen_level) on campaigns.figure to tahaluf_campaigns;
drop trigger if exists log_write on campaigns.figure;
create constraint trigger log_write after insert or update or delete on campaigns.figure deferrable initially deferred
  for each row execute function campaigns.log_write('report.figure');
create or replace trigger level_guard before update on campaigns.figure for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN}', 'report.figure:s');
create or replace trigger guard_cap before insert or update on campaigns.figure for each row
  execute function campaigns.guard_cap('report.figure', 'PUBLIC', '{ORG_ADMIN}');

-- report.figure
alter table campaigns.figure_search enable row level security, force row level security;
create policy migration on campaigns.figure_search to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on campaigns.figure_search as restrictive for select to tahaluf_campaigns using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on campaigns.figure_search for select to tahaluf_campaigns using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (sharing_level = 'PUBLIC'));
grant select on campaigns.figure_search to tahaluf_campaigns;
