import { loadById } from '../../../shared/database/load-rows';
import { Conflict, refuse } from '../../../shared/mutation/user-errors';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { holdFramework, type Phase } from '../result/hold-result';
import { Indicator } from './indicator.entity';
import { IndicatorPeriod } from './indicator-period.entity';

/**
 * An indicator of a campaign of one's own organisation in some phase, held until the commit, as it was read at a version.
 * @throws Refusal NOT_FOUND for any other, and for one that is archived; INVALID_STATE; Conflict
 */
export async function holdIndicator(
  context: SubgraphContext,
  { indicator: id, version }: { readonly indicator: string; readonly version: number },
  phase?: Phase,
): Promise<Indicator> {
  const found = isId('Indicator', id) ? await loadById(context, Indicator, id) : null;
  if (found?.organizationId !== context.viewer.organizationId) refuse('NOT_FOUND', 'indicator');
  await holdFramework(context, found.subjectId, phase);
  const indicator = await loadById(context, Indicator, id);
  if (!indicator || indicator.archivedAt !== null) refuse('NOT_FOUND', 'indicator');
  if (indicator.version !== version) throw new Conflict(id);
  return indicator;
}

/** A period of such an indicator, with it; the version is the indicator's. */
export async function holdPeriod(
  context: SubgraphContext,
  { period: id, version }: { readonly period: string; readonly version: number },
  phase?: Phase,
): Promise<{ period: IndicatorPeriod; indicator: Indicator }> {
  const found = isId('IndicatorPeriod', id) ? await loadById(context, IndicatorPeriod, id) : null;
  if (found?.organizationId !== context.viewer.organizationId) refuse('NOT_FOUND', 'period');
  const indicator = await holdIndicator(context, { indicator: found.subjectId, version }, phase);
  const period = await loadById(context, IndicatorPeriod, id);
  if (!period) refuse('NOT_FOUND', 'period');
  return { period, indicator };
}
