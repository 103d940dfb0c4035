import { inBothLanguages, type TranslationInput } from '../../../shared/language/translation-input';
import { givenDay, givenUrl } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import { today } from '../../../shared/schema/calendar';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { holdCampaign } from '../campaign/hold-campaign';
import { loadSubject } from '../follow/subject';
import type { CampaignRecord } from './campaign-record';
import type { RecordParts } from './record.inputs';

const maximumLinks = 20;

/**
 * The columns that an input changes, of those that all kinds have.
 * @throws Refusal that names the field
 */
export async function readParts(
  context: SubgraphContext,
  { title, campaign, bill, links }: RecordParts & { title?: TranslationInput[] | null },
): Promise<Partial<CampaignRecord>> {
  return {
    ...(title != null && { title: inBothLanguages(title, 'title') }),
    ...(links != null && { links: givenLinks(links) }),
    ...(bill !== undefined && { billId: bill && (await seenBill(context, bill)) }),
    ...(campaign !== undefined && (await ofCampaign(context, campaign))),
  };
}

/** What has happened: where the day begins first on Earth it may be a day that others have not seen yet. */
export function pastDay(day: string, field: string): string {
  if (givenDay(day, field) > today('Pacific/Kiritimati')) refuse('TIME_OUT_OF_RANGE', field);
  return day;
}

function givenLinks(links: readonly string[]): string[] {
  if (links.length > maximumLinks) refuse('TOO_MANY', 'links');
  return [...new Set(links.map((link) => givenUrl(link, 'links')))];
}

async function seenBill(context: SubgraphContext, id: string): Promise<string> {
  if (!(await loadSubject(context, 'Bill', id))) refuse('NOT_FOUND', 'bill');
  return id;
}

async function ofCampaign(
  context: SubgraphContext,
  id: string | null,
): Promise<Pick<CampaignRecord, 'campaignId' | 'campaignLevel'>> {
  if (id === null) return { campaignId: null, campaignLevel: null };
  const { sharingLevel } = await holdCampaign(context, id);
  return { campaignId: id, campaignLevel: sharingLevel };
}
