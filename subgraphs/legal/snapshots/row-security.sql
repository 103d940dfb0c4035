-- closed: which migrations ran
alter table legal.migration enable row level security, force row level security;
create policy migration on legal.migration to tahaluf_migrator using (true) with check (true);

-- closed: which rows were seeded once
alter table legal.seed_row enable row level security, force row level security;
create policy migration on legal.seed_row to tahaluf_migrator using (true) with check (true);

-- service.directory
alter table legal.service enable row level security, force row level security;
create policy migration on legal.service to tahaluf_migrator using (true) with check (true);
create policy visible on legal.service for select to tahaluf_legal using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on legal.service to tahaluf_legal;

-- service.directory
alter table legal.service_search enable row level security, force row level security;
create policy migration on legal.service_search to tahaluf_migrator using (true) with check (true);
create policy visible on legal.service_search for select to tahaluf_legal using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on legal.service_search to tahaluf_legal;

-- service.directory
alter table legal.service_tag enable row level security, force row level security;
create policy migration on legal.service_tag to tahaluf_migrator using (true) with check (true);
create policy visible on legal.service_tag for select to tahaluf_legal using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on legal.service_tag to tahaluf_legal;

-- service.directory
alter table legal.service_figure enable row level security, force row level security;
create policy migration on legal.service_figure to tahaluf_migrator using (true) with check (true);
create policy visible on legal.service_figure for select to tahaluf_legal using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on legal.service_figure to tahaluf_legal;

-- campaign.summary
alter table legal.campaign_link enable row level security, force row level security;
create policy migration on legal.campaign_link to tahaluf_migrator using (true) with check (true);
create policy visible on legal.campaign_link for select to tahaluf_legal using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on legal.campaign_link to tahaluf_legal;

-- report.figure
alter table legal.figure enable row level security, force row level security;
create policy migration on legal.figure to tahaluf_migrator using (true) with check (true);
create policy visible on legal.figure for select to tahaluf_legal using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on legal.figure to tahaluf_legal;

-- report.figure
alter table legal.figure_search enable row level security, force row level security;
create policy migration on legal.figure_search to tahaluf_migrator using (true) with check (true);
create policy visible on legal.figure_search for select to tahaluf_legal using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on legal.figure_search to tahaluf_legal;

-- story.profile
alter table legal.story_profile enable row level security, force row level security;
create policy migration on legal.story_profile to tahaluf_migrator using (true) with check (true);
create policy visible on legal.story_profile for select to tahaluf_legal using ((organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER}'))));
grant select on legal.story_profile to tahaluf_legal;

-- story.profile
alter table legal.story_profile_search enable row level security, force row level security;
create policy migration on legal.story_profile_search to tahaluf_migrator using (true) with check (true);
create policy visible on legal.story_profile_search for select to tahaluf_legal using ((organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER}'))));
grant select on legal.story_profile_search to tahaluf_legal;

-- story.profile
alter table legal.story_profile_tag enable row level security, force row level security;
create policy migration on legal.story_profile_tag to tahaluf_migrator using (true) with check (true);
create policy visible on legal.story_profile_tag for select to tahaluf_legal using ((organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER}'))));
grant select on legal.story_profile_tag to tahaluf_legal;

-- closed: the lines of its source lead to the person behind a story
alter table legal.story_profile_source enable row level security, force row level security;
create policy migration on legal.story_profile_source to tahaluf_migrator using (true) with check (true);
