import sql from 'sql-template-tag';
import { refuse } from '../../../shared/mutation/user-errors';
import { agreementGroups } from '../../../shared/permission/agreement-groups';
import { type SharingLevel, sharingLevels } from '../../../shared/permission/policy';
import type { SubgraphContext } from '../../../shared/subgraph/context';

export interface AgreementTerms {
  readonly partnerId: string;
  readonly groups: readonly string[];
  readonly maximumLevel: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/**
 * Whether an agreement may say that. The caller holds the pair.
 * @param id of the agreement, whose own versions do not count as another one
 * @throws Refusal that names what is wrong
 */
export async function checkTerms(context: SubgraphContext, id: string, terms: AgreementTerms): Promise<void> {
  const { partnerId, groups, maximumLevel, startsOn, endsOn } = terms;
  if (groups.length === 0) refuse('REQUIRED', 'groups');
  if (new Set(groups).size < groups.length) refuse('INVALID', 'groups');
  if (!groups.every((group) => Object.hasOwn(agreementGroups, group)))
    refuse('GROUP_NOT_SHAREABLE', 'groups');
  if (maximumLevel === 'PRIVATE') refuse('INVALID', 'maximumLevel');
  if (groups.some((group) => rank(maximumLevel) > rank(agreementGroups[group]!))) {
    refuse('LEVEL_ABOVE_CEILING', 'maximumLevel');
  }
  const [found] = await context.session.rows<Findings>(sql`
select ${startsOn}::date > ${endsOn}::date as contradict,
  ${endsOn}::date > ${startsOn}::date + interval '12 months' as "tooLong",
  ${endsOn}::date < current_date as past,
  members.agreement_overlaps(${context.viewer.organizationId}, ${partnerId}, ${id}, ${groups}::text[],
    ${startsOn}::date, ${endsOn}::date) as overlaps`);
  if (found!.contradict) refuse('DATES_CONTRADICT', 'endsOn');
  if (found!.tooLong) refuse('LONGER_THAN_12_MONTHS', 'endsOn');
  if (found!.past) refuse('DATE_IN_PAST', 'endsOn');
  if (found!.overlaps) refuse('AGREEMENT_OVERLAPS', 'groups');
}

/** @throws Refusal when an agreement cannot start on that day any more */
export async function checkFirstDay(context: SubgraphContext, startsOn: string): Promise<void> {
  const [found] = await context.session.rows<{ past: boolean }>(sql`
select ${startsOn}::date < current_date as past`);
  if (found!.past) refuse('DATE_IN_PAST', 'startsOn');
}

interface Findings {
  readonly contradict: boolean;
  readonly tooLong: boolean;
  readonly past: boolean;
  readonly overlaps: boolean;
}

const rank = (level: string) => sharingLevels.indexOf(level as SharingLevel);
