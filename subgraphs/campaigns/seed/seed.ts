import type { EntityManager } from 'typeorm';
import { indexForSearch } from '../../../shared/database/search';
import { seedChildren, seedRows } from '../../../shared/database/seed-rows';
import { type FigureSeed, seedFigures } from '../../../shared/figure/seed-figures';
import { Activity } from '../activity/activity.entity';
import { Campaign } from '../campaign/campaign.entity';
import { CampaignCredit } from '../campaign/campaign-credit.entity';
import { searchTexts } from '../campaign/campaign-search';
import { CampaignTag } from '../campaign/campaign-tag.entity';
import { CampaignLink } from '../campaign-link';
import { Figure } from '../figure/figures';
import { Indicator } from '../indicator/indicator.entity';
import { IndicatorPeriod } from '../indicator/indicator-period.entity';
import { Result } from '../result/result.entity';
import { toActivities, toCampaign, toCredits, toResults, toTags } from './campaign-rows';
import { type CampaignSeed, campaigns } from './campaign-seed';
import figureSeeds from './figures.json';
import { toFramework } from './framework-rows';

export async function seed(manager: EntityManager): Promise<void> {
  await seedCampaigns(manager);
  await seedFrameworks(manager);
  await seedFigures(manager, 'campaigns', { Figure, CampaignLink }, figureSeeds as unknown as FigureSeed[]);
}

/** What hangs on a campaign is written with it, once: afterwards all of it belongs to the people who use the hub. */
async function seedCampaigns(manager: EntityManager): Promise<void> {
  const fresh = await seedRows(manager, 'campaigns', Campaign, campaigns.map(toCampaign));
  if (fresh.length === 0) return;
  const seedOf = new Map(campaigns.map((campaign) => [campaign.slug, campaign]));
  const seeds = fresh.map(({ slug }) => seedOf.get(slug)!);
  await seedRows(manager, 'campaigns', Activity, seeds.flatMap(toActivities));
  await seedRows(manager, 'campaigns', Result, seeds.flatMap(toResults));
  await manager.insert(CampaignTag, seeds.flatMap(toTags));
  await manager.insert(CampaignCredit, seeds.flatMap(toCredits));
  await indexForSearch(
    manager,
    'campaigns',
    'campaign',
    fresh.map((row) => ({ ...row, texts: wordsOf(row, seedOf.get(row.slug)!) })),
  );
  await indexForSearch(
    manager,
    'campaigns',
    'activity',
    fresh.map((row) => ({ ...row, texts: activityTexts(seedOf.get(row.slug)!) })),
  );
}

/** By themselves, so that they also reach campaigns that were seeded before there were any. */
async function seedFrameworks(manager: EntityManager): Promise<void> {
  const lines = campaigns.flatMap(toFramework);
  const indicators = lines.map(({ indicator }) => indicator);
  const periods = lines.map(({ period }) => period);
  await seedChildren(manager, 'campaigns', Indicator, 'campaign', indicators);
  await seedChildren(manager, 'campaigns', IndicatorPeriod, 'indicator', periods);
}

/** Who stands behind it, too. */
const wordsOf = (campaign: Campaign, { cities, organisation }: CampaignSeed) => [
  ...searchTexts(campaign, cities),
  organisation,
];

const activityTexts = ({ activities, results }: CampaignSeed): string[] =>
  [...activities, ...results].flatMap(({ ar, en }) => [ar, en]);
