import { entityStub } from '../../shared/schema/entity-stub';

/** Entities of other subgraphs that this one points at. */
export const Organization = entityStub('Organization');
export const Event = entityStub('Event');

/** A person in an organisation's service: `<organisation> <person>`. */
export const Colleague = entityStub('Colleague');

/** The name by which finished work credits an organisation. */
export const OrganizationCredit = entityStub('OrganizationCredit');
