import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadCampaignRef } from '../../../shared/campaign-link/campaign-link';
import { loadById, loadChildren } from '../../../shared/database/load-rows';
import { loadTerms } from '../../../shared/database/tags';
import { type Connection, connection, connectionType } from '../../../shared/schema/connection';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, term, termOrNull } from '../../../shared/taxonomy/term';
import { Place, Term } from '../../../shared/taxonomy/term.type';
import { CampaignLink } from '../campaign-link';
import { Campaign, Organization } from '../stubs';
import { CoOrganizer } from './co-organizer.entity';
import { Event } from './event.entity';
import { EventListArguments } from './event.inputs';
import { eventList } from './event.repository';
import { dateOf, EventDate } from './event-date';
import { EventTag } from './event-tag.entity';

export const EventConnection = connectionType(Event, 'Event');

@Resolver(() => Event)
export class EventResolver {
  @Query(() => EventConnection, { nullable: true, description: 'Events of the coalition, by date.' })
  events(
    @Ctx() context: SubgraphContext,
    @Args(() => EventListArguments) list: EventListArguments,
  ): Promise<Connection<Event>> {
    return connection(context, eventList(context, list), list);
  }

  @Query(() => Event, {
    nullable: true,
    description: 'One event; null when there is none that you may see.',
  })
  event(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Event | null> {
    return loadById(context, Event, requireId('Event', id));
  }

  @Directive('@inaccessible')
  @FieldResolver(() => ID, {
    description: 'Points at the entity between subgraphs; not part of the public schema.',
  })
  ref(@Root() event: Event): string {
    return event.id;
  }

  @FieldResolver(() => Term, { description: 'What kind of event it is (`eventKinds`).' })
  kind(@Root() event: Event): TermRecord {
    return term('eventKinds', event.kind);
  }

  @FieldResolver(() => EventDate, { description: 'When it takes place, as far as the sources say.' })
  date(@Root() event: Event): EventDate {
    return dateOf(event);
  }

  @FieldResolver(() => Place, {
    nullable: true,
    description: 'The city or area it takes place in; null where the sources name none. See `venue` too.',
  })
  place(@Root() event: Event): TermRecord | null {
    return termOrNull('places', event.place);
  }

  @FieldResolver(() => Term, {
    nullable: true,
    description: 'Its country (ISO 3166-1, list `countries`); null where the sources name none.',
  })
  country(@Root() event: Event): TermRecord | null {
    return termOrNull('countries', event.country);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation whose premises it takes place at; null where the sources name none.',
  })
  venue(@Root() event: Event): EntityReference | null {
    return pointTo(event.venueId);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation that organises it and keeps its record.',
  })
  organizer(@Root() event: Event): EntityReference | null {
    return pointTo(event.organizationId);
  }

  @FieldResolver(() => [Organization], {
    nullable: 'itemsAndList',
    description: 'Organisations that organise it with the organiser; the event still counts once.',
  })
  async coOrganizers(
    @Root() event: Event,
    @Ctx() context: SubgraphContext,
  ): Promise<(EntityReference | null)[]> {
    const found = await loadChildren(context, CoOrganizer, event.id);
    return found.map(({ coOrganizerId }) => pointTo(coOrganizerId));
  }

  @FieldResolver(() => Campaign, {
    nullable: true,
    description: 'The campaign or programme it belongs to.',
  })
  campaign(@Root() event: Event, @Ctx() context: SubgraphContext): Promise<EntityReference | null> {
    return loadCampaignRef(context, CampaignLink, event.id);
  }

  @FieldResolver(() => [Term], { description: 'Whom it is for (`audiences`); empty where not stated.' })
  audiences(@Root() event: Event, @Ctx() context: SubgraphContext): Promise<TermRecord[]> {
    return loadTerms(context, EventTag, event.id, 'audiences');
  }
}
