import type { EntityManager } from 'typeorm';
import { type FigureSeed, seedFigures } from '../../../shared/figure/seed-figures';
import { CampaignLink } from '../campaign-link';
import { Figure } from '../figure/figures';
import figureSeeds from './figures.json';
import { seedServices } from './seed-services';
import { seedStories } from './seed-stories';

export async function seed(manager: EntityManager): Promise<void> {
  const figures = figureSeeds as unknown as FigureSeed[];
  await seedServices(manager, figures);
  await seedStories(manager);
  await seedFigures(manager, 'legal', { Figure, CampaignLink }, figures);
}
