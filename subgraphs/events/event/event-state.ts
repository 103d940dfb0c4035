import { registerEnumType } from 'type-graphql';

/** The names are schema.org's (`EventStatusType`), without the prefix `Event`. */
export enum EventStatus {
  SCHEDULED = 'SCHEDULED',
  CANCELLED = 'CANCELLED',
  POSTPONED = 'POSTPONED',
  RESCHEDULED = 'RESCHEDULED',
  MOVED_ONLINE = 'MOVED_ONLINE',
}
registerEnumType(EventStatus, {
  name: 'EventStatus',
  description: 'How an event stands to its announcement, as in schema.org.',
  valuesConfig: {
    SCHEDULED: { description: 'It takes place as announced.' },
    CANCELLED: { description: 'It does not take place.' },
    POSTPONED: { description: 'It is put off; the new date is not known.' },
    RESCHEDULED: { description: 'It is put off to a new date.' },
    MOVED_ONLINE: { description: 'It takes place online instead.' },
  },
});

/** Whether an event has taken place. */
export enum EventOccurrence {
  PLANNED = 'PLANNED',
  ONGOING = 'ONGOING',
  HELD = 'HELD',
  NOT_STATED = 'NOT_STATED',
}
registerEnumType(EventOccurrence, {
  name: 'EventOccurrence',
  description: 'Whether an event has taken place (labels: taxonomy `eventStatuses`).',
  valuesConfig: {
    PLANNED: { description: 'It lies ahead.' },
    ONGOING: { description: 'It goes on, or recurs.' },
    HELD: { description: 'It is reported as having happened.' },
    NOT_STATED: { description: 'The source does not say whether it has happened.' },
  },
});
