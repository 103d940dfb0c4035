import type { Role } from '../../shared/identity/viewer';
import { seedId } from '../../shared/schema/type-id';
import { permissionMatrix } from '../testkit/permission-matrix';
import type { OracleViewer } from '../testkit/permission-oracle';

export const levels = ['PRIVATE', 'AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION', 'PUBLIC'] as const;
export type Level = (typeof levels)[number];
export const slugs = ['mima', 'bicf', 'iom', 'nair'] as const;
export type Slug = (typeof slugs)[number];
export const idOf = (slug: Slug) => seedId('Organization', slug);

/** Groups of which mima has a planted row, and the subgraph that keeps it. */
export const plantedGroups = {
  'campaign.summary': 'campaigns',
  'campaign.internal': 'campaigns',
  'stakeholder.engagement': 'members',
  'report.figure': 'members',
} as const;
export type PlantedGroup = keyof typeof plantedGroups;
export const underAgreement = ['campaign.internal', 'stakeholder.engagement'] as const;

export interface ModelAgreement {
  readonly id: string;
  groups: readonly string[];
  /** Terms that mima has proposed and bicf has not signed. */
  proposed: readonly string[] | null;
  isSigned: boolean;
  isSuspended: boolean;
  isOver: boolean;
}

export interface ModelKey {
  readonly id: string;
  readonly secret: string;
  readonly scopes: readonly string[];
  isOver: boolean;
}

/** What the specification knows of the world: no more than its words, and nothing of how the hub keeps it. */
export class Model {
  readonly status: Record<Slug, 'ACTIVE' | 'SUSPENDED' | 'LEFT'> = {
    mima: 'ACTIVE',
    bicf: 'ACTIVE',
    iom: 'ACTIVE',
    nair: 'ACTIVE',
  };
  readonly newcomers: string[] = [];
  narrowed: string[] = [];
  readonly agreements: ModelAgreement[] = [];
  readonly keys: ModelKey[] = [];
  /** mima's levels and caps, and what it chose for the planted row of each group. */
  readonly groups: Record<PlantedGroup, { level: Level; cap: Level }>;
  readonly chosen: Record<PlantedGroup, Level | null>;
  /** Whether mima's campaigner still has the role. */
  campaignerHasRole = true;
  /** Somebody with an account, who serves mima and bicf. */
  readonly traveller = {
    roles: { mima: ['VIEWER'] as Role[], bicf: ['VIEWER'] as Role[] },
    active: 'mima' as 'mima' | 'bicf',
    isSignedIn: true,
    tokenCounts: true,
  };

  constructor() {
    const names = Object.keys(plantedGroups) as PlantedGroup[];
    const matrix = (group: PlantedGroup) => permissionMatrix.get(group)!;
    this.groups = Object.fromEntries(
      names.map((group) => [group, { level: matrix(group).standard, cap: matrix(group).ceiling }]),
    ) as Model['groups'];
    this.chosen = Object.fromEntries(names.map((group) => [group, null])) as Model['chosen'];
  }

  isActive(...members: readonly Slug[]): boolean {
    return members.every((slug) => this.status[slug] === 'ACTIVE');
  }

  /** The lowest of the row's level (or its group's), the owner's cap and the ceiling. */
  levelOf(group: PlantedGroup): Level {
    const { level, cap } = this.groups[group];
    return lowest(this.chosen[group] ?? level, cap, permissionMatrix.get(group)!.ceiling as Level);
  }

  isInForce(agreement: ModelAgreement): boolean {
    return agreement.isSigned && !agreement.isSuspended && !agreement.isOver && this.isActive('mima', 'bicf');
  }

  /** A member of an organisation in these roles, as the specification sees them for rows of a group. */
  viewer(slug: Slug, roles: readonly Role[], group: string): OracleViewer {
    const isActive = this.isActive(slug);
    const other = slug === 'mima' ? 'bicf' : slug === 'bicf' ? 'mima' : null;
    const isPartner = this.agreements.some((one) => this.isInForce(one) && one.groups.includes(group));
    return {
      organization: idOf(slug),
      person: 'somebody',
      roles: isActive ? roles : [],
      dormant: isActive ? [] : roles,
      narrowed: slug === 'mima' ? this.narrowed : [],
      partners: other && isPartner ? [idOf(other)] : [],
      hidden: this.hidden(),
    };
  }

  hidden(): string[] {
    return slugs.filter((slug) => this.status[slug] !== 'ACTIVE').map(idOf);
  }
}

export const lowest = (...given: Level[]): Level =>
  levels[Math.min(...given.map((level) => levels.indexOf(level)))]!;
