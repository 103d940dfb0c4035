-- closed: which migrations ran
alter table legal.migration enable row level security, force row level security;
create policy migration on legal.migration to tahaluf_migrator using (true) with check (true);

-- closed: which rows were seeded once
alter table legal.seed_row enable row level security, force row level security;
create policy migration on legal.seed_row to tahaluf_migrator using (true) with check (true);

-- closed: which mutations were asked for with which key; each to its own holder
alter table legal.idempotency enable row level security, force row level security;
create policy migration on legal.idempotency to tahaluf_migrator using (true) with check (true);
create policy upkeep on legal.idempotency to tahaluf_legal using (holder = coalesce((select hub.viewer_tool()), (select hub.viewer_organization() || ' ' || hub.viewer_person()), 'public')) with check (holder = coalesce((select hub.viewer_tool()), (select hub.viewer_organization() || ' ' || hub.viewer_person()), 'public'));
grant select, insert, update, delete on legal.idempotency to tahaluf_legal;

-- audit.org
alter table legal.audit_entry enable row level security, force row level security;
create policy migration on legal.audit_entry to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.audit_entry as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.audit_entry for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'audit.org:r')))
  or (organization_id = (select hub.viewer_organization()) and (person_id = (select hub.viewer_person())) and (select hub.viewer_may('{CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'audit.org:r'))));
grant select on legal.audit_entry to tahaluf_legal;
create policy log on legal.audit_entry to tahaluf_auditor using (true) with check (true);
grant select, insert on legal.audit_entry to tahaluf_auditor;

-- audit.head
alter table legal.audit_head enable row level security, force row level security;
create policy migration on legal.audit_head to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.audit_head as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.audit_head for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'audit.head:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'audit.head:r'))));
grant select on legal.audit_head to tahaluf_legal;
create policy log on legal.audit_head to tahaluf_auditor using (true) with check (true);
grant select, insert, update on legal.audit_head to tahaluf_auditor;

-- org.policy
alter table legal.sharing_version enable row level security, force row level security;
create policy migration on legal.sharing_version to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.sharing_version as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.sharing_version for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'org.policy:r'))));
grant select on legal.sharing_version to tahaluf_legal;
create policy log on legal.sharing_version to tahaluf_auditor using (true) with check (true);
grant select on legal.sharing_version to tahaluf_auditor;
create policy may_insert on legal.sharing_version for insert to tahaluf_legal with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u'))));
grant insert on legal.sharing_version to tahaluf_legal;
create policy insert_check on legal.sharing_version as restrictive for insert to tahaluf_legal with check (state <> 'IN_FORCE' or not widens or ((select hub.viewer_may('{ORG_ADMIN}', 'org.policy:s'))
    and (decided_by is distinct from proposed_by or effective_at <= now())));
create policy may_update on legal.sharing_version for update to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'org.policy:u'))));
grant update (state) on legal.sharing_version to tahaluf_legal;
create policy update_check on legal.sharing_version as restrictive for update to tahaluf_legal using (true) with check (state <> 'IN_FORCE' or not widens or ((select hub.viewer_may('{ORG_ADMIN}', 'org.policy:s'))
    and (decided_by is distinct from proposed_by or effective_at <= now())));
drop trigger if exists log_write on legal.sharing_version;
create constraint trigger log_write after insert or update or delete on legal.sharing_version deferrable initially deferred
  for each row execute function legal.log_write('org.policy');
create or replace trigger guard_sharing_version before insert or update on legal.sharing_version for each row
  execute function legal.guard_sharing_version('{"service.directory":["PUBLIC","PUBLIC"],"campaign.summary":["COALITION_SUMMARY","PUBLIC"],"report.figure":["PUBLIC","PUBLIC"],"story.profile":["COALITION_SUMMARY","COALITION_SUMMARY"]}');

-- service.directory
alter table legal.service enable row level security, force row level security;
create policy migration on legal.service to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.service as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.service for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (sharing_level = 'PUBLIC'));
grant select on legal.service to tahaluf_legal;
create policy may_update on legal.service for update to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'service.directory:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'service.directory:s'))));
grant update (sharing_level, chosen_level) on legal.service to tahaluf_legal;
drop trigger if exists log_write on legal.service;
create constraint trigger log_write after insert or update or delete on legal.service deferrable initially deferred
  for each row execute function legal.log_write('service.directory');
create or replace trigger level_guard before update on legal.service for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN}', 'service.directory:s');
create or replace trigger guard_cap before insert or update on legal.service for each row
  execute function legal.guard_cap('service.directory', 'PUBLIC', '{ORG_ADMIN}');

-- service.directory
alter table legal.service_search enable row level security, force row level security;
create policy migration on legal.service_search to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.service_search as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.service_search for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (sharing_level = 'PUBLIC'));
grant select on legal.service_search to tahaluf_legal;

-- service.directory
alter table legal.service_tag enable row level security, force row level security;
create policy migration on legal.service_tag to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.service_tag as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.service_tag for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (sharing_level = 'PUBLIC'));
grant select on legal.service_tag to tahaluf_legal;

-- service.directory
alter table legal.service_figure enable row level security, force row level security;
create policy migration on legal.service_figure to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.service_figure as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.service_figure for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'service.directory:r')))
  or (sharing_level = 'PUBLIC'));
grant select on legal.service_figure to tahaluf_legal;

-- campaign.summary
alter table legal.campaign_link enable row level security, force row level security;
create policy migration on legal.campaign_link to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.campaign_link as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.campaign_link for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'campaign.summary:r')))
  or (sharing_level = 'PUBLIC'));
grant select on legal.campaign_link to tahaluf_legal;
create policy may_update on legal.campaign_link for update to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s'))));
grant update (sharing_level, chosen_level) on legal.campaign_link to tahaluf_legal;
drop trigger if exists log_write on legal.campaign_link;
create constraint trigger log_write after insert or update or delete on legal.campaign_link deferrable initially deferred
  for each row execute function legal.log_write('campaign.summary');
create or replace trigger level_guard before update on legal.campaign_link for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}', 'campaign.summary:s');
create or replace trigger guard_cap before insert or update on legal.campaign_link for each row
  execute function legal.guard_cap('campaign.summary', 'COALITION_SUMMARY', '{ORG_ADMIN,CAMPAIGNER,COALITION_STAFF}');

-- report.figure
alter table legal.figure enable row level security, force row level security;
create policy migration on legal.figure to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.figure as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.figure for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (sharing_level = 'PUBLIC'));
grant select on legal.figure to tahaluf_legal;
create policy may_update on legal.figure for update to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'report.figure:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'report.figure:s'))));
grant update (sharing_level, chosen_level) on legal.figure to tahaluf_legal;
drop trigger if exists log_write on legal.figure;
create constraint trigger log_write after insert or update or delete on legal.figure deferrable initially deferred
  for each row execute function legal.log_write('report.figure');
create or replace trigger level_guard before update on legal.figure for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN}', 'report.figure:s');
create or replace trigger guard_cap before insert or update on legal.figure for each row
  execute function legal.guard_cap('report.figure', 'PUBLIC', '{ORG_ADMIN}');

-- report.figure
alter table legal.figure_search enable row level security, force row level security;
create policy migration on legal.figure_search to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.figure_search as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.figure_search for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.tool_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'report.figure:r')))
  or (sharing_level = 'PUBLIC'));
grant select on legal.figure_search to tahaluf_legal;

-- story.profile
alter table legal.story_profile enable row level security, force row level security;
create policy migration on legal.story_profile to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.story_profile as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.story_profile for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER}', 'story.profile:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'story.profile:r'))));
grant select on legal.story_profile to tahaluf_legal;
create policy may_update on legal.story_profile for update to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'story.profile:s')))) with check ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'story.profile:s'))));
grant update (sharing_level, chosen_level) on legal.story_profile to tahaluf_legal;
drop trigger if exists log_write on legal.story_profile;
create constraint trigger log_write after insert or update or delete on legal.story_profile deferrable initially deferred
  for each row execute function legal.log_write('story.profile');
create or replace trigger level_guard before update on legal.story_profile for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{ORG_ADMIN}', 'story.profile:s');
create or replace trigger guard_cap before insert or update on legal.story_profile for each row
  execute function legal.guard_cap('story.profile', 'COALITION_SUMMARY', '{ORG_ADMIN}');

-- story.profile
alter table legal.story_profile_search enable row level security, force row level security;
create policy migration on legal.story_profile_search to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.story_profile_search as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.story_profile_search for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER}', 'story.profile:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'story.profile:r'))));
grant select on legal.story_profile_search to tahaluf_legal;

-- story.profile
alter table legal.story_profile_tag enable row level security, force row level security;
create policy migration on legal.story_profile_tag to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.story_profile_tag as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.story_profile_tag for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER}', 'story.profile:r')))
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_may('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'story.profile:r'))));
grant select on legal.story_profile_tag to tahaluf_legal;

-- closed: the lines of its source lead to the person behind a story
alter table legal.story_profile_source enable row level security, force row level security;
create policy migration on legal.story_profile_source to tahaluf_migrator using (true) with check (true);
