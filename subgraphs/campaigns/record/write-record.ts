import type { ClassType } from 'type-graphql';
import { insertRow, reviseRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { type IdKind, newId } from '../../../shared/schema/type-id';
import { standardLevel } from '../../../shared/sharing/row-levels';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import type { CampaignRecord } from './campaign-record';
import { requireOwnRecord } from './own-record';

/** One kind of record, as its mutations need it. */
export interface RecordKind<Row extends CampaignRecord> {
  readonly kind: IdKind;
  readonly entity: ClassType<Row>;
  /** The field of inputs that names one. */
  readonly field: string;
}

export async function createRecord<Row extends CampaignRecord>(
  context: SubgraphContext,
  { kind, entity }: RecordKind<Row>,
  content: Partial<Row>,
): Promise<{ id: string }> {
  const id = newId(kind);
  await insertRow<CampaignRecord>(context.session, entity, {
    organizationId: context.viewer.organizationId!,
    id,
    sharingLevel: await standardLevel(context, 'campaign.summary'),
    ...content,
  });
  return { id };
}

/**
 * Changes a record of one's own organisation as somebody read it at `version`.
 * @param changes made from what it is
 */
export async function updateRecord<Row extends CampaignRecord>(
  context: SubgraphContext,
  { kind, entity, field }: RecordKind<Row>,
  { id, version }: { readonly id: string; readonly version: number },
  changes: (before: Row) => Promise<Partial<Row>>,
): Promise<{ id: string }> {
  const before = await requireOwnRecord(context, kind, entity, field, { id, version });
  const changed = await changes(before);
  if (Object.keys(changed).length === 0) refuse('REQUIRED');
  await reviseRow<CampaignRecord>(context.session, entity, before, changed);
  return { id };
}

/** Puts a record of one's own organisation away. */
export async function archiveRecord<Row extends CampaignRecord>(
  context: SubgraphContext,
  { kind, entity, field }: RecordKind<Row>,
  id: string,
): Promise<{ id: string }> {
  const before = await requireOwnRecord(context, kind, entity, field, { id });
  await reviseRow<CampaignRecord>(context.session, entity, before, { archivedAt: new Date() });
  return { id };
}
