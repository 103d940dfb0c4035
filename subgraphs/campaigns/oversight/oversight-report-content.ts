import { inBothLanguages } from '../../../shared/language/translation-input';
import { givenDay } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { pastDay, readParts } from '../record/record-content';
import type { OversightReport } from './oversight-report.entity';
import type { OversightReportUpdateInput } from './oversight-report.inputs';

type Content = Omit<OversightReportUpdateInput, 'oversightReport' | 'version'>;
type Days = Pick<OversightReport, 'followUpOn'> & { readonly foundOn?: string };

/**
 * The columns that an input changes.
 * @param before the days that stay where it names none
 * @throws Refusal that names the field
 */
export async function readOversightReport(
  context: SubgraphContext,
  { governmentAction, finding, foundOn, response, followUpOn, ...parts }: Content,
  before: Days,
): Promise<Partial<OversightReport>> {
  const changes: Partial<OversightReport> = {
    ...(await readParts(context, parts)),
    ...(governmentAction != null && {
      governmentAction: inBothLanguages(governmentAction, 'governmentAction'),
    }),
    ...(finding != null && { finding: inBothLanguages(finding, 'finding') }),
    ...(foundOn != null && { foundOn: pastDay(foundOn, 'foundOn') }),
    ...(response !== undefined && { response: response && inBothLanguages(response, 'response') }),
    ...(followUpOn !== undefined && { followUpOn: followUpOn && givenDay(followUpOn, 'followUpOn') }),
  };
  const after = { ...before, ...changes };
  if (after.followUpOn !== null && after.followUpOn < after.foundOn!)
    refuse('DATES_CONTRADICT', 'followUpOn');
  return changes;
}
