import sql, { raw, type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import type { ListQuery } from '../../../shared/database/page';
import { groupBy } from '../../../shared/group-by';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId, requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Agreement, type AgreementRow, type AgreementState } from './agreement.entity';
import type { AgreementFilter } from './agreement.inputs';

/** The state of a version `t` at this moment; what ended it comes first. */
const state = raw(`case
  when t.replaced_at is not null then 'REPLACED'
  when t.revoked_at is not null then 'REVOKED'
  when t.ends_on < current_date then 'EXPIRED'
  when t.signed_at is null or t.partner_signed_at is null then 'PROPOSED'
  when t.suspended_at is not null then 'SUSPENDED'
  when t.starts_on > current_date then 'SIGNED'
  else 'IN_FORCE' end`);

const columns = sql`${columnsOf(Agreement)}, ${state} as state`;

/** An agreement shows as the last version that both signed, or as the last one where there is none. */
const leads = sql`not exists (select from members.agreement later where later.id = t.id
  and (later.signed_at is not null and later.partner_signed_at is not null, later.version)
    > (t.signed_at is not null and t.partner_signed_at is not null, t.version))`;

/** Agreements of each of many organisations that meet a filter, the newest first. */
export function agreementList(filter: AgreementFilter = {}): ListQuery & { perParent: Sql } {
  const where = [leads];
  if (filter.state != null) where.push(sql`${state} = ${filter.state}`);
  if (filter.group != null) where.push(sql`${filter.group} = any(t.groups)`);
  if (filter.partner != null) {
    where.push(sql`${requireId('Organization', filter.partner)} in (t.organization_id, t.partner_id)`);
  }
  return {
    name: 'agreements',
    columns,
    from: sql`members.agreement t`,
    where,
    orderBy: { name: 'id', key: sql`t.id`, descending: true },
    perParent: sql`parent.id in (t.organization_id, t.partner_id)`,
  };
}

/** All versions of an agreement that this viewer may see, the newest first. */
export function loadVersions(context: SubgraphContext, id: string): Promise<AgreementRow[]> {
  return context
    .loader<string, AgreementRow[]>('versions of agreements', async (ids) => {
      const rows = await context.session.rows<AgreementRow>(sql`
select ${columns} from members.agreement t where t.id = any(${ids}) order by t.version desc`);
      const byId = groupBy(rows, (row) => row.id);
      return ids.map((wanted) => byId.get(wanted) ?? []);
    })
    .load(id);
}

/** The version that an agreement shows as, or null when there is none for this viewer. */
export async function loadAgreement(context: SubgraphContext, id: string): Promise<AgreementRow | null> {
  const versions = await loadVersions(context, id);
  return versions.find(isSigned) ?? versions[0] ?? null;
}

/**
 * The versions of an agreement that one is party to, the newest first, held against changes by others.
 * @throws Refusal NOT_FOUND, also for one that is somebody else's
 */
export async function holdAgreement(
  context: SubgraphContext,
  id: string,
): Promise<[AgreementRow, ...AgreementRow[]]> {
  const party = context.viewer.organizationId;
  const [found] = isId('Agreement', id) ? await loadVersions(context, id) : [];
  if (!found || (found.organizationId !== party && found.partnerId !== party))
    refuse('NOT_FOUND', 'agreement');
  await holdPair(context, found.organizationId, found.partnerId);
  // Read again: whoever held it until now may have changed it.
  context.forget();
  return (await loadVersions(context, id)) as [AgreementRow, ...AgreementRow[]];
}

/** Until the transaction ends nobody else changes or makes agreements between the two. */
export async function holdPair(context: SubgraphContext, one: string, other: string): Promise<void> {
  await context.session.rows(sql`select pg_advisory_xact_lock(members.pair_of(${one}, ${other}))`);
}

export const isSigned = (row: Agreement) => row.signedAt !== null && row.partnerSignedAt !== null;

/** Whether something can still become of a version. */
export const isAlive = (row: AgreementRow) =>
  !(['REPLACED', 'REVOKED', 'EXPIRED'] as AgreementState[]).includes(row.state);
