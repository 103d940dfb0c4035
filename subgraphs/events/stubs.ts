import { entityStub } from '../../shared/schema/entity-stub';

/** Entities of other subgraphs that this one points at and adds fields to. */
export const Organization = entityStub('Organization');
export const Campaign = entityStub('Campaign');

/** The name by which finished work credits an organisation. */
export const OrganizationCredit = entityStub('OrganizationCredit');
