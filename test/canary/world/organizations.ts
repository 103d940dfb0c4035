import { seedId } from '../../../shared/schema/type-id';
import { permissionMatrix } from '../../testkit/permission-matrix';
import { idFor } from './words';

/** Organisations of the world, by the name that stands in their canaries. The coalition is the hub's own. */
export const organizations = {
  coalition: seedId('Organization', 'nair'),
  north: idFor('org', 'north'),
  east: idFor('org', 'east'),
  south: idFor('org', 'south'),
  gone: idFor('org', 'gone'),
} as const;
export type OrganizationName = keyof typeof organizations;

export const organizationNames = Object.keys(organizations) as OrganizationName[];

export const nameOfOrganization = (id: string | null | undefined): string =>
  organizationNames.find((name) => organizations[name] === id) ?? 'nobody';

/** Suspended: others see none of its rows. */
export const hiddenOrganizations: readonly string[] = [organizations.gone];

/** Groups that some cell opens by an agreement. */
const openable = [...permissionMatrix]
  .filter(([, { cells }]) =>
    Object.values(cells).some(({ others }) => others.some(({ conditions }) => conditions.includes('C'))),
  )
  .map(([group]) => group);

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const onDay = (days: number) => inDays(days).slice(0, 10);

export interface Agreement {
  readonly parties: readonly [OrganizationName, OrganizationName];
  readonly groups: readonly string[];
  readonly level: string;
  readonly from: number;
  readonly to: number;
  readonly signed: boolean;
  readonly suspended?: true;
}

/** In force and naming some groups; the same groups by agreements that are over, to come, unsigned, too low or suspended. */
export const agreements: readonly Agreement[] = [
  {
    parties: ['north', 'east'],
    groups: openable.filter((_, n) => n % 2 === 1),
    level: 'COALITION',
    from: -30,
    to: 30,
    signed: true,
  },
  {
    parties: ['coalition', 'north'],
    groups: openable.filter((_, n) => n % 2 === 0),
    level: 'COALITION',
    from: -30,
    to: 30,
    signed: true,
  },
  { parties: ['east', 'south'], groups: openable, level: 'COALITION', from: -60, to: -10, signed: true },
  { parties: ['north', 'south'], groups: openable, level: 'COALITION', from: 5, to: 60, signed: true },
  { parties: ['coalition', 'east'], groups: openable, level: 'COALITION', from: -5, to: 60, signed: false },
  {
    parties: ['south', 'coalition'],
    groups: openable,
    level: 'COALITION_SUMMARY',
    from: -5,
    to: 60,
    signed: true,
  },
  { parties: ['gone', 'north'], groups: openable, level: 'COALITION', from: -5, to: 60, signed: true },
  {
    parties: ['gone', 'east'],
    groups: openable,
    level: 'COALITION',
    from: -5,
    to: 60,
    signed: true,
    suspended: true,
  },
];

/** Organisations whose agreement with this one opens a group now. */
export function partnersOf(name: OrganizationName, group: string): string[] {
  return agreements
    .filter(
      ({ parties, groups, level, from, to, signed, suspended }) =>
        parties.includes(name) &&
        groups.includes(group) &&
        level === 'COALITION' &&
        from <= 0 &&
        to >= 0 &&
        signed &&
        !suspended,
    )
    .map(({ parties }) => parties.find((party) => party !== name)!)
    .filter((party) => party !== 'gone' && name !== 'gone')
    .map((party) => organizations[party]);
}

export const agreementRows = () =>
  agreements.map(({ parties: [first, second], groups, level, from, to, signed, suspended }, n) => ({
    organization_id: organizations[first],
    partner_id: organizations[second],
    id: idFor('agr', `${n}`),
    version: 1,
    groups,
    maximum_level: level,
    starts_on: onDay(from),
    ends_on: onDay(to),
    proposed_at: inDays(-70),
    signed_by: idFor('per', `${first} ORG_ADMIN`),
    signed_at: inDays(-70),
    partner_signed_by: signed ? idFor('per', `${second} ORG_ADMIN`) : null,
    partner_signed_at: signed ? inDays(-69) : null,
    suspended_at: suspended ? inDays(-1) : null,
    suspended_by_organization: suspended ? organizations[first] : null,
    revoked_at: null,
    revoked_by_organization: null,
    replaced_at: null,
  }));
