-- closed: which migrations ran
alter table events.migration enable row level security, force row level security;
create policy migration on events.migration to tahaluf_migrator using (true) with check (true);

-- closed: which rows were seeded once
alter table events.seed_row enable row level security, force row level security;
create policy migration on events.seed_row to tahaluf_migrator using (true) with check (true);

-- closed: which mutations were asked for with which key; each to its own holder
alter table events.idempotency enable row level security, force row level security;
create policy migration on events.idempotency to tahaluf_migrator using (true) with check (true);
create policy upkeep on events.idempotency to tahaluf_events using (holder = coalesce((select hub.viewer_tool()), (select hub.viewer_organization() || ' ' || hub.viewer_person()), 'public')) with check (holder = coalesce((select hub.viewer_tool()), (select hub.viewer_organization() || ' ' || hub.viewer_person()), 'public'));
grant select, insert, update, delete on events.idempotency to tahaluf_events;

-- audit.org
alter table events.audit_entry enable row level security, force row level security;
create policy migration on events.audit_entry to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on events.audit_entry as restrictive for select to tahaluf_events using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on events.audit_entry for select to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'audit.org:r')))
  or (organization_id = (select hub.viewer_organization()) and (person_id = (select hub.viewer_person())) and (select hub.viewer_may('{CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'audit.org:r'))));
grant select on events.audit_entry to tahaluf_events;
create policy log on events.audit_entry to tahaluf_auditor using (true) with check (true);
grant select, insert on events.audit_entry to tahaluf_auditor;

-- audit.head
alter table events.audit_head enable row level security, force row level security;
create policy migration on events.audit_head to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on events.audit_head as restrictive for select to tahaluf_events using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on events.audit_head for select to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'audit.head:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'audit.head:r'))));
grant select on events.audit_head to tahaluf_events;
create policy log on events.audit_head to tahaluf_auditor using (true) with check (true);
grant select, insert, update on events.audit_head to tahaluf_auditor;

-- org.policy
alter table events.sharing_version enable row level security, force row level security;
create policy migration on events.sharing_version to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on events.sharing_version as restrictive for select to tahaluf_events using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on events.sharing_version for select to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.policy:r'))));
grant select on events.sharing_version to tahaluf_events;
create policy log on events.sharing_version to tahaluf_auditor using (true) with check (true);
grant select on events.sharing_version to tahaluf_auditor;
create policy may_insert on events.sharing_version for insert to tahaluf_events with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u'))));
grant insert on events.sharing_version to tahaluf_events;
create policy insert_check on events.sharing_version as restrictive for insert to tahaluf_events with check (state <> 'IN_FORCE' or not widens or ((select hub.viewer_may('{ORG_ADMIN}', 'org.policy:s'))
    and (decided_by is distinct from proposed_by or effective_at <= now())));
create policy may_update on events.sharing_version for update to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u'))));
grant update (state) on events.sharing_version to tahaluf_events;
create policy update_check on events.sharing_version as restrictive for update to tahaluf_events using (true) with check (state <> 'IN_FORCE' or not widens or ((select hub.viewer_may('{ORG_ADMIN}', 'org.policy:s'))
    and (decided_by is distinct from proposed_by or effective_at <= now())));
drop trigger if exists log_write on events.sharing_version;
create constraint trigger log_write after insert or update or delete on events.sharing_version deferrable initially deferred
  for each row execute function events.log_write('org.policy');
create or replace trigger guard_sharing_version before insert or update on events.sharing_version for each row
  execute function events.guard_sharing_version('{"event.public":["PUBLIC","PUBLIC"],"campaign.summary":["COALITION_SUMMARY","PUBLIC"],"report.figure":["PUBLIC","PUBLIC"]}');

-- event.public
alter table events.event enable row level security, force row level security;
create policy migration on events.event to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on events.event as restrictive for select to tahaluf_events using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on events.event for select to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (sharing_level = 'PUBLIC'));
grant select on events.event to tahaluf_events;
create policy may_update on events.event for update to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'event.public:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'event.public:s'))));
grant update (sharing_level, chosen_level) on events.event to tahaluf_events;
drop trigger if exists log_write on events.event;
create constraint trigger log_write after insert or update or delete on events.event deferrable initially deferred
  for each row execute function events.log_write('event.public');
create or replace trigger level_guard before update on events.event for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'event.public:s');
create or replace trigger guard_cap before insert or update on events.event for each row
  execute function events.guard_cap('event.public', 'PUBLIC', '{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}');

-- event.public
alter table events.event_search enable row level security, force row level security;
create policy migration on events.event_search to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on events.event_search as restrictive for select to tahaluf_events using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on events.event_search for select to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (sharing_level = 'PUBLIC'));
grant select on events.event_search to tahaluf_events;

-- event.public
alter table events.event_tag enable row level security, force row level security;
create policy migration on events.event_tag to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on events.event_tag as restrictive for select to tahaluf_events using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on events.event_tag for select to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (sharing_level = 'PUBLIC'));
grant select on events.event_tag to tahaluf_events;

-- event.public
alter table events.event_co_organizer enable row level security, force row level security;
create policy migration on events.event_co_organizer to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on events.event_co_organizer as restrictive for select to tahaluf_events using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on events.event_co_organizer for select to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (sharing_level = 'PUBLIC'));
grant select on events.event_co_organizer to tahaluf_events;

-- event.public
alter table events.event_quantity enable row level security, force row level security;
create policy migration on events.event_quantity to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on events.event_quantity as restrictive for select to tahaluf_events using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on events.event_quantity for select to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'event.public:r')))
  or (sharing_level = 'PUBLIC'));
grant select on events.event_quantity to tahaluf_events;

-- campaign.summary
alter table events.campaign_link enable row level security, force row level security;
create policy migration on events.campaign_link to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on events.campaign_link as restrictive for select to tahaluf_events using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on events.campaign_link for select to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on events.campaign_link to tahaluf_events;
create policy may_update on events.campaign_link for update to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s'))));
grant update (sharing_level, chosen_level) on events.campaign_link to tahaluf_events;
drop trigger if exists log_write on events.campaign_link;
create constraint trigger log_write after insert or update or delete on events.campaign_link deferrable initially deferred
  for each row execute function events.log_write('campaign.summary');
create or replace trigger level_guard before update on events.campaign_link for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s');
create or replace trigger guard_cap before insert or update on events.campaign_link for each row
  execute function events.guard_cap('campaign.summary', 'COALITION_SUMMARY', '{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}');

-- report.figure
alter table events.figure enable row level security, force row level security;
create policy migration on events.figure to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on events.figure as restrictive for select to tahaluf_events using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on events.figure for select to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (sharing_level = 'PUBLIC'));
grant select on events.figure to tahaluf_events;
create policy may_update on events.figure for update to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'report.figure:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'report.figure:s'))));
grant update (sharing_level, chosen_level) on events.figure to tahaluf_events;
drop trigger if exists log_write on events.figure;
create constraint trigger log_write after insert or update or delete on events.figure deferrable initially deferred
  for each row execute function events.log_write('report.figure');
create or replace trigger level_guard before update on events.figure for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN}', 'report.figure:s');
create or replace trigger guard_cap before insert or update on events.figure for each row
  execute function events.guard_cap('report.figure', 'PUBLIC', '{ORG_ADMIN}');

-- report.figure
alter table events.figure_search enable row level security, force row level security;
create policy migration on events.figure_search to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on events.figure_search as restrictive for select to tahaluf_events using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on events.figure_search for select to tahaluf_events using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (sharing_level = 'PUBLIC'));
grant select on events.figure_search to tahaluf_events;
