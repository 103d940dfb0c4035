-- closed: which migrations ran
alter table campaigns.migration enable row level security, force row level security;
create policy migration on campaigns.migration to tahaluf_migrator using (true) with check (true);

-- closed: which rows were seeded once
alter table campaigns.seed_row enable row level security, force row level security;
create policy migration on campaigns.seed_row to tahaluf_migrator using (true) with check (true);

-- campaign.summary
alter table campaigns.campaign enable row level security, force row level security;
create policy migration on campaigns.campaign to tahaluf_migrator using (true) with check (true);
create policy visible on campaigns.campaign for select to tahaluf_campaigns using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on campaigns.campaign to tahaluf_campaigns;

-- campaign.summary
alter table campaigns.campaign_search enable row level security, force row level security;
create policy migration on campaigns.campaign_search to tahaluf_migrator using (true) with check (true);
create policy visible on campaigns.campaign_search for select to tahaluf_campaigns using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on campaigns.campaign_search to tahaluf_campaigns;

-- campaign.summary
alter table campaigns.campaign_tag enable row level security, force row level security;
create policy migration on campaigns.campaign_tag to tahaluf_migrator using (true) with check (true);
create policy visible on campaigns.campaign_tag for select to tahaluf_campaigns using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on campaigns.campaign_tag to tahaluf_campaigns;

-- campaign.summary
alter table campaigns.campaign_credit enable row level security, force row level security;
create policy migration on campaigns.campaign_credit to tahaluf_migrator using (true) with check (true);
create policy visible on campaigns.campaign_credit for select to tahaluf_campaigns using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on campaigns.campaign_credit to tahaluf_campaigns;

-- campaign.summary
alter table campaigns.activity enable row level security, force row level security;
create policy migration on campaigns.activity to tahaluf_migrator using (true) with check (true);
create policy visible on campaigns.activity for select to tahaluf_campaigns using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on campaigns.activity to tahaluf_campaigns;

-- campaign.summary
alter table campaigns.activity_search enable row level security, force row level security;
create policy migration on campaigns.activity_search to tahaluf_migrator using (true) with check (true);
create policy visible on campaigns.activity_search for select to tahaluf_campaigns using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on campaigns.activity_search to tahaluf_campaigns;

-- campaign.summary
alter table campaigns.result enable row level security, force row level security;
create policy migration on campaigns.result to tahaluf_migrator using (true) with check (true);
create policy visible on campaigns.result for select to tahaluf_campaigns using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on campaigns.result to tahaluf_campaigns;

-- campaign.summary
alter table campaigns.campaign_link enable row level security, force row level security;
create policy migration on campaigns.campaign_link to tahaluf_migrator using (true) with check (true);
create policy visible on campaigns.campaign_link for select to tahaluf_campaigns using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on campaigns.campaign_link to tahaluf_campaigns;

-- report.figure
alter table campaigns.figure enable row level security, force row level security;
create policy migration on campaigns.figure to tahaluf_migrator using (true) with check (true);
create policy visible on campaigns.figure for select to tahaluf_campaigns using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on campaigns.figure to tahaluf_campaigns;

-- report.figure
alter table campaigns.figure_search enable row level security, force row level security;
create policy migration on campaigns.figure_search to tahaluf_migrator using (true) with check (true);
create policy visible on campaigns.figure_search for select to tahaluf_campaigns using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on campaigns.figure_search to tahaluf_campaigns;
