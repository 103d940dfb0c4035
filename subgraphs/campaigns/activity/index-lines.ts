import { loadChildren } from '../../../shared/database/load-rows';
import { indexChangedRow } from '../../../shared/database/search';
import type { Translations } from '../../../shared/language/localized-text';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import type { Campaign } from '../campaign/campaign.entity';
import { Result } from '../result/result.entity';
import { Activity } from './activity.entity';

/** Brings the words that the campaign is found by up to date; other lines may hold the same. */
export async function indexLines(
  context: SubgraphContext,
  campaign: Campaign,
  before: { readonly description?: Translations },
): Promise<void> {
  context.forget();
  const activities = await loadChildren(context, Activity, campaign.id);
  const results = await loadChildren(context, Result, campaign.id);
  const texts = [...activities, ...results]
    .filter(({ archivedAt }) => archivedAt === null)
    .flatMap(({ description }) => Object.values(description));
  await indexChangedRow(
    context.session,
    'campaigns',
    'activity',
    { ...campaign, texts },
    Object.values(before.description ?? {}),
  );
}
