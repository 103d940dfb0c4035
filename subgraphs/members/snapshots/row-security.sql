-- closed: which migrations ran
alter table members.migration enable row level security, force row level security;
create policy migration on members.migration to tahaluf_migrator using (true) with check (true);

-- closed: which rows were seeded once
alter table members.seed_row enable row level security, force row level security;
create policy migration on members.seed_row to tahaluf_migrator using (true) with check (true);

-- org.public
alter table members.organization enable row level security, force row level security;
create policy migration on members.organization to tahaluf_migrator using (true) with check (true);
create policy visible on members.organization for select to tahaluf_members using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('PRIVATE', 'AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on members.organization to tahaluf_members;
create policy identity on members.organization for select to tahaluf_identity using (true);
grant select (id, membership_status) on members.organization to tahaluf_identity;

-- org.public
alter table members.organization_search enable row level security, force row level security;
create policy migration on members.organization_search to tahaluf_migrator using (true) with check (true);
create policy visible on members.organization_search for select to tahaluf_members using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('PRIVATE', 'AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on members.organization_search to tahaluf_members;

-- org.public
alter table members.official enable row level security, force row level security;
create policy migration on members.official to tahaluf_migrator using (true) with check (true);
create policy visible on members.official for select to tahaluf_members using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('PRIVATE', 'AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on members.official to tahaluf_members;

-- org.public
alter table members.strategy_item enable row level security, force row level security;
create policy migration on members.strategy_item to tahaluf_migrator using (true) with check (true);
create policy visible on members.strategy_item for select to tahaluf_members using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('PRIVATE', 'AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on members.strategy_item to tahaluf_members;

-- stakeholder.engagement
alter table members.engagement enable row level security, force row level security;
create policy migration on members.engagement to tahaluf_migrator using (true) with check (true);
create policy visible on members.engagement for select to tahaluf_members using ((organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on members.engagement to tahaluf_members;

-- campaign.summary
alter table members.campaign_link enable row level security, force row level security;
create policy migration on members.campaign_link to tahaluf_migrator using (true) with check (true);
create policy visible on members.campaign_link for select to tahaluf_members using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on members.campaign_link to tahaluf_members;

-- report.figure
alter table members.figure enable row level security, force row level security;
create policy migration on members.figure to tahaluf_migrator using (true) with check (true);
create policy visible on members.figure for select to tahaluf_members using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on members.figure to tahaluf_members;

-- report.figure
alter table members.figure_search enable row level security, force row level security;
create policy migration on members.figure_search to tahaluf_migrator using (true) with check (true);
create policy visible on members.figure_search for select to tahaluf_members using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on members.figure_search to tahaluf_members;

-- closed: people are known to members.viewer only
alter table members.person enable row level security, force row level security;
create policy migration on members.person to tahaluf_migrator using (true) with check (true);
create policy identity on members.person for select to tahaluf_identity using (true);
grant select (id, disabled_at) on members.person to tahaluf_identity;

-- closed: roles are known to members.viewer only
alter table members.role_grant enable row level security, force row level security;
create policy migration on members.role_grant to tahaluf_migrator using (true) with check (true);
create policy identity on members.role_grant for select to tahaluf_identity using (true);
grant select (organization_id, person_id, role) on members.role_grant to tahaluf_identity;
