-- closed: which migrations ran
alter table legal.migration enable row level security, force row level security;
create policy migration on legal.migration to tahaluf_migrator using (true) with check (true);

-- closed: which rows were seeded once
alter table legal.seed_row enable row level security, force row level security;
create policy migration on legal.seed_row to tahaluf_migrator using (true) with check (true);

-- closed: which mutations were asked for with which key; each to its own holder
alter table legal.idempotency enable row level security, force row level security;
create policy migration on legal.idempotency to tahaluf_migrator using (true) with check (true);
create policy upkeep on legal.idempotency to tahaluf_legal using (holder = coalesce((select hub.viewer_tool()), (select hub.viewer_person()), 'public')) with check (holder = coalesce((select hub.viewer_tool()), (select hub.viewer_person()), 'public'));
grant select, insert, update, delete on legal.idempotency to tahaluf_legal;

-- audit.org
alter table legal.audit_entry enable row level security, force row level security;
create policy migration on legal.audit_entry to tahaluf_migrator using (true) with check (true);
create policy hidden_organizations on legal.audit_entry as restrictive for select to tahaluf_legal using (organization_id = (select hub.viewer_organization()) or organization_id <> all ((select hub.hidden_organizations())::text[]));
create policy visible on legal.audit_entry for select to tahaluf_legal using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_may('{ORG_ADMIN}', 'audit.org:r')))
  or (organization_id = (select hub.viewer_organization()) and person_id = (select hub.viewer_person()) and (select hub.viewer_may('{CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}', 'audit.org:r'))));
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
