import { toTranslations } from '../../../shared/language/translation-input';
import { givenDay, givenTag } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import { today } from '../../../shared/schema/calendar';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { loadSubject } from '../follow/subject';
import type { OutreachContactUpdateInput } from './outreach.inputs';
import type { OutreachContact } from './outreach-contact.entity';

type Content = Omit<OutreachContactUpdateInput, 'contact' | 'version'>;

/**
 * The columns that an input changes.
 * @throws Refusal that names the field
 */
export async function readContact(
  context: SubgraphContext,
  { channel, contactedOn, withWhom, language, outcome, campaign, bill, legislator }: Content,
): Promise<Partial<OutreachContact>> {
  return {
    ...(channel != null && { channel }),
    ...(contactedOn != null && { contactedOn: pastDay(contactedOn) }),
    ...(withWhom != null && { withWhom: toTranslations(withWhom, 'withWhom') }),
    ...(language !== undefined && {
      language: language && givenTag(language, 'language'),
    }),
    ...(outcome !== undefined && { outcome: outcome && toTranslations(outcome, 'outcome') }),
    ...(campaign !== undefined && { campaignId: await seen(context, 'Campaign', campaign) }),
    ...(bill !== undefined && { billId: await seen(context, 'Bill', bill) }),
    ...(legislator !== undefined && { legislatorId: await seen(context, 'Legislator', legislator) }),
  };
}

/** Where the day begins first on Earth it may be a day that others have not seen yet. */
function pastDay(day: string): string {
  if (givenDay(day, 'contactedOn') > today('Pacific/Kiritimati')) refuse('TIME_OUT_OF_RANGE', 'contactedOn');
  return day;
}

/** @throws Refusal NOT_FOUND for what this viewer does not see */
async function seen(
  context: SubgraphContext,
  kind: 'Campaign' | 'Bill' | 'Legislator',
  id: string | null,
): Promise<string | null> {
  if (id !== null && !(await loadSubject(context, kind, id))) refuse('NOT_FOUND', kind.toLowerCase());
  return id;
}
