import { entityStub } from '../../shared/schema/entity-stub';

/** Entities of other subgraphs that this one points at and adds fields to. */
export const Organization = entityStub('Organization');
export const Campaign = entityStub('Campaign');
export const Event = entityStub('Event');
