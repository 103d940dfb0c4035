-- What somebody adds to tables who serves them with PostGraphile: texts in a language, relations between schemas that
-- have no foreign keys, and lists with a condition or an order of their own.

create function members.organization_name_in(o members.organization, language text) returns text
  language sql stable parallel safe as $$ select o.name ->> language $$;
create function campaigns.campaign_title_in(c campaigns.campaign, language text) returns text
  language sql stable parallel safe as $$ select c.title ->> language $$;
create function campaigns.campaign_objective_in(c campaigns.campaign, language text) returns text
  language sql stable parallel safe as $$ select c.objective ->> language $$;
create function campaigns.campaign_note_in(c campaigns.campaign, language text) returns text
  language sql stable parallel safe as $$ select c.note ->> language $$;
create function campaigns.activity_description_in(a campaigns.activity, language text) returns text
  language sql stable parallel safe as $$ select a.description ->> language $$;
create function campaigns.result_description_in(r campaigns.result, language text) returns text
  language sql stable parallel safe as $$ select r.description ->> language $$;
create function events.event_title_in(e events.event, language text) returns text
  language sql stable parallel safe as $$ select e.title ->> language $$;
create function legal.service_name_in(s legal.service, language text) returns text
  language sql stable parallel safe as $$ select s.name ->> language $$;
create function legal.service_description_in(s legal.service, language text) returns text
  language sql stable parallel safe as $$ select s.description ->> language $$;

-- In plpgsql where a function does not dissolve into the statement that calls it: its plan is kept then.
create function public.within_year(
  in_year int, period_start date, period_end date, reported_start date, reported_end date) returns boolean
  language sql immutable parallel safe as $$
    select case when period_start is null and period_end is null
      then reported_start <= make_date(in_year, 12, 31) and reported_end >= make_date(in_year, 1, 1)
      else coalesce(period_start, period_end) <= make_date(in_year, 12, 31)
        and coalesce(period_end, 'infinity') >= make_date(in_year, 1, 1) end $$;
create function public.held_in_year(
  in_year int, first_day date, last_day date, reported_start date, reported_end date) returns boolean
  language sql immutable parallel safe as $$
    select case when first_day is null
      then reported_start <= make_date(in_year, 12, 31) and reported_end >= make_date(in_year, 1, 1)
      else first_day <= make_date(in_year, 12, 31) and last_day >= make_date(in_year, 1, 1) end $$;

create function members.organization_member_figures(o members.organization, in_year int) returns setof members.figure
  language sql stable parallel safe as $$
    select t.* from members.figure t where t.organization_id = o.id and public.within_year(
      in_year, t.period_start, t.period_end, t.reported_start, t.reported_end) order by t.slug, t.id $$;
create function members.organization_member_contributions(o members.organization, in_year int) returns int
  language plpgsql stable parallel safe as $$ begin
    return exists (select from members.figure t where t.organization_id = o.id and public.within_year(
      in_year, t.period_start, t.period_end, t.reported_start, t.reported_end))::int; end $$;
create function members.organization_campaign_figures(o members.organization, in_year int) returns setof campaigns.figure
  language sql stable parallel safe as $$
    select t.* from campaigns.figure t where t.organization_id = o.id and public.within_year(
      in_year, t.period_start, t.period_end, t.reported_start, t.reported_end) order by t.slug, t.id $$;
create function members.organization_campaign_contributions(o members.organization, in_year int) returns int
  language plpgsql stable parallel safe as $$ begin
    return exists (select from campaigns.figure t where t.organization_id = o.id and public.within_year(
      in_year, t.period_start, t.period_end, t.reported_start, t.reported_end))::int; end $$;
create function members.organization_event_figures(o members.organization, in_year int) returns setof events.figure
  language sql stable parallel safe as $$
    select t.* from events.figure t where t.organization_id = o.id and public.within_year(
      in_year, t.period_start, t.period_end, t.reported_start, t.reported_end) order by t.slug, t.id $$;
create function members.organization_event_contributions(o members.organization, in_year int) returns int
  language plpgsql stable parallel safe as $$ begin
    return exists (select from events.figure t where t.organization_id = o.id and public.within_year(
      in_year, t.period_start, t.period_end, t.reported_start, t.reported_end))::int; end $$;
create function members.organization_service_figures(o members.organization, in_year int) returns setof legal.figure
  language sql stable parallel safe as $$
    select t.* from legal.figure t where t.organization_id = o.id and public.within_year(
      in_year, t.period_start, t.period_end, t.reported_start, t.reported_end) order by t.slug, t.id $$;
create function members.organization_service_contributions(o members.organization, in_year int) returns int
  language plpgsql stable parallel safe as $$ begin
    return exists (select from legal.figure t where t.organization_id = o.id and public.within_year(
      in_year, t.period_start, t.period_end, t.reported_start, t.reported_end))::int; end $$;

create function members.organization_campaigns_in_year(o members.organization, in_year int, language text)
  returns setof campaigns.campaign language sql stable parallel safe as $$
    select t.* from campaigns.campaign t where t.organization_id = o.id and public.within_year(
      in_year, t.period_start, t.period_end, t.reported_start, t.reported_end)
    order by case language when 'ar' then t.sort_ar else t.sort_en end, t.id $$;
create function members.organization_events_in_year(o members.organization, in_year int)
  returns setof events.event language sql stable parallel safe as $$
    select t.* from events.event t where t.organization_id = o.id and public.held_in_year(
      in_year, t.first_day, t.last_day, t.reported_start, t.reported_end) order by t.sort_day, t.id $$;
create function members.organization_held_in_year(o members.organization, in_year int) returns int
  language plpgsql stable parallel safe as $$ begin
    return (select count(*) from events.event t where t.organization_id = o.id and t.occurrence = 'HELD'
      and public.held_in_year(in_year, t.first_day, t.last_day, t.reported_start, t.reported_end)); end $$;
create function campaigns.campaign_events_by_day(c campaigns.campaign) returns setof events.event
  language sql stable parallel safe as $$
    select t.* from events.campaign_link link join events.event t on t.id = link.subject_id
    where link.campaign_id = c.id order by t.sort_day, t.id $$;
create function campaigns.campaign_services_by_name(c campaigns.campaign, language text) returns setof legal.service
  language sql stable parallel safe as $$
    select t.* from legal.campaign_link link join legal.service t on t.id = link.subject_id
    where link.campaign_id = c.id order by case language when 'ar' then t.sort_ar else t.sort_en end, t.id $$;
create function members.figure_label_in(f members.figure, language text) returns text
  language sql stable parallel safe as $$ select f.label ->> language $$;
create function campaigns.figure_label_in(f campaigns.figure, language text) returns text
  language sql stable parallel safe as $$ select f.label ->> language $$;
create function events.figure_label_in(f events.figure, language text) returns text
  language sql stable parallel safe as $$ select f.label ->> language $$;
create function legal.figure_label_in(f legal.figure, language text) returns text
  language sql stable parallel safe as $$ select f.label ->> language $$;


comment on table members.organization is E'@unique id';
comment on table campaigns.campaign is
  E'@unique id\n@foreignKey (organization_id) references members.organization (id)|@fieldName lead|@foreignFieldName campaigns';
comment on table campaigns.activity is
  E'@foreignKey (subject_id) references campaigns.campaign (id)|@fieldName campaign|@foreignFieldName activities';
comment on table campaigns.result is
  E'@foreignKey (subject_id) references campaigns.campaign (id)|@fieldName campaign|@foreignFieldName results';
comment on table campaigns.campaign_credit is
  E'@foreignKey (subject_id) references campaigns.campaign (id)|@fieldName campaign|@foreignFieldName credits\n@foreignKey (credited_id) references members.organization (id)|@fieldName credited|@foreignFieldName credits';
comment on table events.event is
  E'@unique id\n@foreignKey (organization_id) references members.organization (id)|@fieldName organizer|@foreignFieldName events';
comment on table events.campaign_link is
  E'@name event_campaign\n@unique subject_id\n@foreignKey (subject_id) references events.event (id)|@fieldName event|@foreignSingleFieldName link\n@foreignKey (campaign_id) references campaigns.campaign (id)|@fieldName campaign|@foreignFieldName eventLinks';
comment on table legal.service is
  E'@unique id\n@foreignKey (organization_id) references members.organization (id)|@fieldName provider|@foreignFieldName services';
comment on table legal.campaign_link is
  E'@name service_campaign\n@unique subject_id\n@foreignKey (subject_id) references legal.service (id)|@fieldName service|@foreignSingleFieldName link\n@foreignKey (campaign_id) references campaigns.campaign (id)|@fieldName campaign|@foreignFieldName serviceLinks';
-- Few rows under one parent, sorted without an index.
comment on column campaigns.activity.position is E'@behavior +orderBy +attribute:orderBy';
comment on column campaigns.result.position is E'@behavior +orderBy +attribute:orderBy';
comment on column campaigns.campaign_credit.position is E'@behavior +orderBy +attribute:orderBy';
