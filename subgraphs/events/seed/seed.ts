import type { EntityManager } from 'typeorm';
import { campaignLinks } from '../../../shared/campaign-link/campaign-link';
import { indexForSearch } from '../../../shared/database/search';
import { seedRows } from '../../../shared/database/seed-rows';
import { tagRows } from '../../../shared/database/tags';
import { type FigureSeed, seedFigures } from '../../../shared/figure/seed-figures';
import { seedId } from '../../../shared/schema/type-id';
import { CampaignLink } from '../campaign-link';
import { CoOrganizer } from '../event/co-organizer.entity';
import { Event } from '../event/event.entity';
import { EventTag } from '../event/event-tag.entity';
import { Figure } from '../figure/figures';
import { EventQuantity } from '../quantity/event-quantity.entity';
import { coOrganizers, type EventSeed, quantities, searchTexts, toEvent } from './event-seed';
import eventSeeds from './events.json';
import figureSeeds from './figures.json';

export async function seed(manager: EntityManager): Promise<void> {
  await seedEvents(manager, eventSeeds as unknown as EventSeed[]);
  await seedFigures(manager, 'events', { Figure, CampaignLink }, figureSeeds as unknown as FigureSeed[]);
}

/** What hangs on an event is written with it and never again: people may have deleted either since. */
async function seedEvents(manager: EntityManager, seeds: readonly EventSeed[]): Promise<void> {
  const rows = await seedRows(manager, 'events', Event, seeds.map(toEvent));
  if (rows.length === 0) return;
  const seedOf = new Map(seeds.map((seed) => [seed.slug, seed]));
  const fresh = rows.map((row) => ({ row, seed: seedOf.get(row.slug)! }));
  await manager.insert(
    EventTag,
    fresh.flatMap(({ row, seed: { audiences } }) => tagRows(row, { audiences })),
  );
  await manager.insert(
    CampaignLink,
    fresh.flatMap(({ row, seed: { programme } }) =>
      campaignLinks(row, programme && seedId('Campaign', programme)),
    ),
  );
  await manager.insert(
    CoOrganizer,
    fresh.flatMap(({ row, seed }) => coOrganizers(row, seed)),
  );
  await manager.insert(
    EventQuantity,
    fresh.flatMap(({ row, seed }) => quantities(row, seed)),
  );
  await indexForSearch(
    manager,
    'events',
    'event',
    fresh.map(({ row, seed }) => ({ ...row, texts: searchTexts(row, seed) })),
  );
}
