import type { EntityManager } from 'typeorm';
import { coalition } from '../../../shared/coalition';
import { indexForSearch } from '../../../shared/database/search';
import { seedChildren, seedRows } from '../../../shared/database/seed-rows';
import { type FigureSeed, seedFigures } from '../../../shared/figure/seed-figures';
import type { Translations } from '../../../shared/language/localized-text';
import { seedId } from '../../../shared/schema/type-id';
import { allTerms, type SourceRecord } from '../../../shared/taxonomy/term';
import { CampaignLink } from '../campaign-link';
import { Engagement } from '../engagement/engagement.entity';
import { Figure } from '../figure/figures';
import { Membership } from '../membership/membership.entity';
import { Official } from '../organization/official.entity';
import { Organization } from '../organization/organization.entity';
import { searchTexts } from '../organization/organization-search';
import { StrategyItem } from '../organization/strategy-item.entity';
import { isMember } from './coalition-members';
import engagementSeeds from './engagements.json';
import figureSeeds from './figures.json';
import organizationSeeds from './organizations.json';

interface OrganizationSeed {
  readonly slug: string;
  readonly names: Translations;
  readonly acronym: string | null;
  readonly kind: string;
  readonly city: string | null;
  readonly country: string | null;
  readonly role: string;
  readonly description: Translations;
  readonly parent: string | null;
  readonly collective: boolean;
  readonly status: string;
  readonly activeSince: number | null;
  readonly officials: readonly { name: Translations; title: Translations; source: SourceRecord[] }[];
  readonly source: SourceRecord[];
  readonly note: Translations | null;
}

/** The sources do not say since when; the hub knows its members since its first day. */
const foundation = new Date('2025-01-01T00:00:00Z');

const strategyLists = {
  GOAL: 'allianceGoals',
  CHALLENGE: 'challenges',
  IMPACT: 'allianceImpact',
  MEMBER_ROLE: 'memberRoles',
  FUNDING_USE: 'fundingUses',
  FUTURE_PLAN: 'allianceFuturePlans',
} as const;

export async function seed(manager: EntityManager): Promise<void> {
  const seeds = organizationSeeds as unknown as OrganizationSeed[];
  await seedOrganizations(manager, seeds);
  await seedChildren(manager, 'members', Official, 'organization', seeds.flatMap(officials));
  await seedChildren(manager, 'members', StrategyItem, 'organization', strategyItems());
  await seedRows(manager, 'members', Engagement, engagementSeeds.map(toEngagement));
  await seedFigures(manager, 'members', { Figure, CampaignLink }, figureSeeds as unknown as FigureSeed[]);
}

async function seedOrganizations(manager: EntityManager, seeds: readonly OrganizationSeed[]): Promise<void> {
  const fresh = await seedRows(manager, 'members', Organization, seeds.map(toOrganization));
  // With the organisation, once: whether it is a member afterwards is for people to say.
  await manager.insert(Membership, fresh.filter(({ slug }) => isMember(slug)).map(toMembership));
  await indexForSearch(
    manager,
    'members',
    'organization',
    fresh.map((row) => ({ ...row, texts: searchTexts(row) })),
  );
}

function toOrganization(seed: OrganizationSeed): Organization {
  return {
    id: seedId('Organization', seed.slug),
    organizationId: keeperOf(seed.slug),
    sharingLevel: 'PUBLIC',
    slug: seed.slug,
    name: seed.names,
    acronym: seed.acronym,
    kind: seed.kind,
    role: seed.role,
    place: seed.city,
    country: seed.country,
    description: seed.description,
    parentId: seed.parent && seedId('Organization', seed.parent),
    collective: seed.collective,
    establishment: seed.status,
    activeSince: seed.activeSince,
    sources: seed.source,
    note: seed.note,
  };
}

const toMembership = ({ id }: Organization): Membership => ({
  id,
  organizationId: id,
  sharingLevel: 'PUBLIC',
  status: 'ACTIVE',
  since: foundation,
});

const keeperOf = (slug: string) => seedId('Organization', isMember(slug) ? slug : coalition);

function officials(seed: OrganizationSeed): Official[] {
  return seed.officials.map((official, position) => ({
    id: seedId('Official', `${seed.slug}/${position + 1}`),
    organizationId: keeperOf(seed.slug),
    sharingLevel: 'PUBLIC',
    subjectId: seedId('Organization', seed.slug),
    position,
    name: official.name,
    title: official.title,
    sources: official.source,
  }));
}

function strategyItems(): StrategyItem[] {
  const organizationId = seedId('Organization', coalition);
  const said = Object.entries(strategyLists).flatMap(([kind, list]) =>
    allTerms(list).map(({ code }) => ({ kind, list, code })),
  );
  return said.map((item, position) => ({
    id: seedId('StrategyItem', `${item.list}/${item.code}`),
    organizationId,
    sharingLevel: 'PUBLIC',
    subjectId: organizationId,
    position,
    ...item,
  }));
}

function toEngagement(seed: (typeof engagementSeeds)[number], position: number): Engagement {
  return {
    id: seedId('Engagement', seed.slug),
    organizationId: seedId('Organization', seed.organisation),
    sharingLevel: 'PRIVATE',
    position,
    kind: seed.kind,
    stakeholderGroup: seed.group,
    stakeholderIds: seed.stakeholders.map((slug) => seedId('Organization', slug)),
    campaignId: seed.programme && seedId('Campaign', seed.programme),
    sources: seed.source,
  };
}
