-- closed: which migrations ran
alter table events.migration enable row level security, force row level security;
create policy migration on events.migration to tahaluf_migrator using (true) with check (true);

-- closed: which rows were seeded once
alter table events.seed_row enable row level security, force row level security;
create policy migration on events.seed_row to tahaluf_migrator using (true) with check (true);

-- event.public
alter table events.event enable row level security, force row level security;
create policy migration on events.event to tahaluf_migrator using (true) with check (true);
create policy visible on events.event for select to tahaluf_events using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on events.event to tahaluf_events;

-- event.public
alter table events.event_search enable row level security, force row level security;
create policy migration on events.event_search to tahaluf_migrator using (true) with check (true);
create policy visible on events.event_search for select to tahaluf_events using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on events.event_search to tahaluf_events;

-- event.public
alter table events.event_tag enable row level security, force row level security;
create policy migration on events.event_tag to tahaluf_migrator using (true) with check (true);
create policy visible on events.event_tag for select to tahaluf_events using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on events.event_tag to tahaluf_events;

-- event.public
alter table events.event_co_organizer enable row level security, force row level security;
create policy migration on events.event_co_organizer to tahaluf_migrator using (true) with check (true);
create policy visible on events.event_co_organizer for select to tahaluf_events using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on events.event_co_organizer to tahaluf_events;

-- event.public
alter table events.event_quantity enable row level security, force row level security;
create policy migration on events.event_quantity to tahaluf_migrator using (true) with check (true);
create policy visible on events.event_quantity for select to tahaluf_events using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on events.event_quantity to tahaluf_events;

-- campaign.summary
alter table events.campaign_link enable row level security, force row level security;
create policy migration on events.campaign_link to tahaluf_migrator using (true) with check (true);
create policy visible on events.campaign_link for select to tahaluf_events using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on events.campaign_link to tahaluf_events;

-- report.figure
alter table events.figure enable row level security, force row level security;
create policy migration on events.figure to tahaluf_migrator using (true) with check (true);
create policy visible on events.figure for select to tahaluf_events using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on events.figure to tahaluf_events;

-- report.figure
alter table events.figure_search enable row level security, force row level security;
create policy migration on events.figure_search to tahaluf_migrator using (true) with check (true);
create policy visible on events.figure_search for select to tahaluf_events using (sharing_level = 'PUBLIC'
  or (organization_id is distinct from (select hub.viewer_organization()) and sharing_level in ('COALITION_SUMMARY', 'COALITION', 'PUBLIC') and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}')))
  or (organization_id = (select hub.viewer_organization()) and (select hub.viewer_has('{ORG_ADMIN,CASEWORKER,CAMPAIGNER,VIEWER,COALITION_STAFF}'))));
grant select on events.figure_search to tahaluf_events;
