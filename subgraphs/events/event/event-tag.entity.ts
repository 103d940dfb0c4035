import { tagEntity } from '../../../shared/database/tags';

/** The one list of an event: `audiences`. */
export const EventTag = tagEntity('events', 'event');
