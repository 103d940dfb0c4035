import { loadById } from '../../../shared/database/load-rows';
import { Conflict, refuse } from '../../../shared/mutation/user-errors';
import { type IdKind, isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';

/** What people keep, change and put away. */
export interface KeptRecord {
  readonly organizationId: string;
  readonly id: string;
  readonly version: number;
  readonly archivedAt: Date | null;
}

/**
 * A record of one's own organisation that is not put away.
 * @param field of the input that names it
 * @param version that was read, where the change rests on it
 * @throws Refusal NOT_FOUND for any other; Conflict where somebody has changed it since
 */
export async function requireOwnRecord<Row extends KeptRecord>(
  context: SubgraphContext,
  kind: IdKind,
  entity: abstract new () => Row,
  field: string,
  { id, version }: { readonly id: string; readonly version?: number },
): Promise<Row> {
  const found = isId(kind, id) ? await loadById(context, entity, id) : null;
  const isOwn = found !== null && found.organizationId === context.viewer.organizationId;
  if (!isOwn || found.archivedAt !== null) refuse('NOT_FOUND', field);
  if (version !== undefined && found.version !== version) throw new Conflict(id);
  return found;
}
