import { type IdKind, idPrefixes } from '../../shared/schema/type-id';

/** Of what kind the ids of an entity are: a colleague is a person. */
export const idKindOf = (type: string): IdKind | undefined =>
  type === 'Colleague' ? 'Person' : type in idPrefixes ? (type as IdKind) : undefined;

/** How subgraphs point at a row of an entity; at a colleague with the organisation that they serve. */
export const refOf = (type: string, organizationId: string, id: string): string =>
  type === 'Colleague' ? `${organizationId} ${id}` : id;
