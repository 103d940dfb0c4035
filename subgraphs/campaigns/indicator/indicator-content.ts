import sql from 'sql-template-tag';
import { loadById } from '../../../shared/database/load-rows';
import { childOf } from '../../../shared/database/rows';
import { insertRows } from '../../../shared/database/write-rows';
import { givenCode, givenIds } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Result } from '../result/result.entity';
import { Indicator, IndicatorLink, IndicatorMeasure } from './indicator.entity';
import type { IndicatorCreateInput } from './indicator.inputs';

/**
 * What an indicator counts, which is said once.
 * @throws Refusal that names the field
 */
export function readMeasure({
  measure,
  unit = null,
  aggregable,
}: IndicatorCreateInput): Pick<Indicator, 'measure' | 'unit' | 'aggregable'> {
  const isCounted = measure === IndicatorMeasure.UNIT;
  if (isCounted && unit === null) refuse('REQUIRED', 'unit');
  if (!isCounted && unit !== null) refuse('INVALID', 'unit');
  if (!isCounted && aggregable) refuse('INVALID', 'aggregable');
  return { measure, unit: unit && givenCode('units', unit, 'unit'), aggregable };
}

/** @throws Refusal NOT_FOUND for any but a result of the same campaign that is not archived */
export async function givenResult(context: SubgraphContext, campaign: string, id: string): Promise<string> {
  const result = isId('Result', id) ? await loadById(context, Result, id) : null;
  if (result?.subjectId !== campaign || result.archivedAt !== null) refuse('NOT_FOUND', 'result');
  return id;
}

/**
 * Puts what an indicator counts towards in the place of what it did. Whether that makes sense is for the database to say.
 * @throws Refusal NOT_FOUND for what the viewer does not see
 */
export async function writeLinks(
  context: SubgraphContext,
  indicator: Pick<Indicator, 'id' | 'organizationId' | 'sharingLevel'>,
  contributesTo: readonly string[],
): Promise<void> {
  const ids = givenIds('Indicator', contributesTo, 'contributesTo');
  const found = await Promise.all(ids.map((id) => loadById(context, Indicator, id)));
  if (found.includes(null)) refuse('NOT_FOUND', 'contributesTo');
  const { session } = context;
  const { organizationId, id } = indicator;
  await session.rows(sql`
delete from campaigns.indicator_link where organization_id = ${organizationId} and subject_id = ${id}`);
  const links = ids.map((indicatorId, position) => ({ ...childOf(indicator), position, indicatorId }));
  await insertRows(session, IndicatorLink, links);
}
