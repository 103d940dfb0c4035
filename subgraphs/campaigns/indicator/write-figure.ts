import sql from 'sql-template-tag';
import { reviseRow, updateRow } from '../../../shared/database/write-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { readFigure } from './figure-content';
import { holdPeriod } from './hold-indicator';
import { Indicator } from './indicator.entity';
import type { Side } from './indicator-figure.type';
import { IndicatorPeriod } from './indicator-period.entity';
import type { IndicatorFigureInput } from './period.inputs';

/** Puts a figure in the place of the one that stood on that side of its period. */
export async function writeFigure(
  context: SubgraphContext,
  side: Side,
  input: IndicatorFigureInput,
): Promise<{ id: string }> {
  const { period, indicator } = await holdPeriod(context, input);
  const figure = readFigure(indicator, side, input);
  await updateRow(context.session, IndicatorPeriod, figure, sql`t.id = ${period.id}`);
  await reviseRow(context.session, Indicator, indicator, {});
  return { id: indicator.id };
}
