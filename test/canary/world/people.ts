import { contactKeyring } from '../../../shared/identity/contact-keys';
import { RotatingKeyring } from '../../../shared/identity/keyring';
import { apiKeyPrefix, hashesOf, newSecret } from '../../../shared/identity/secret';
import { type Role, roles } from '../../../shared/identity/viewer';
import { newSignatureLink } from '../../../subgraphs/campaigns/signature/signature-link';
import { testSecret } from '../../testkit/database';
import { permissionMatrix } from '../../testkit/permission-matrix';
import { type OrganizationName, organizationNames, organizations } from './organizations';
import { idFor } from './words';

/** Who asks: a person acting for an organisation, a tool, or somebody without a name who may hold a secret link. */
export interface Actor {
  readonly name: string;
  readonly organization: OrganizationName | null;
  readonly person: string | null;
  /** Of a tool, those of the person who granted its key. */
  readonly roles: readonly Role[];
  readonly tool?: { readonly key: string; readonly secret: string; readonly scopes: readonly string[] };
  /** Secret links that this actor has been given. */
  readonly links?: readonly string[];
  readonly secondFactor?: boolean;
}

const serving = (role: Role, organization: OrganizationName) =>
  role !== 'COALITION_STAFF' || organization === 'coalition';

const person = (name: string) => idFor('per', name);

const oneRole: readonly Actor[] = organizationNames.flatMap((organization) =>
  roles
    .filter((role) => serving(role, organization))
    .map((role) => ({
      name: `${organization} ${role}`,
      organization,
      person: person(`${organization} ${role}`),
      roles: [role],
      secondFactor: organization !== 'east',
    })),
);

const severalRoles: readonly Actor[] = [
  {
    name: 'north with several roles',
    organization: 'north',
    person: person('several'),
    roles: ['CAMPAIGNER', 'CASEWORKER'],
  },
  { name: 'of two, for north', organization: 'north', person: person('of two'), roles: ['VIEWER'] },
  { name: 'of two, for east', organization: 'east', person: person('of two'), roles: ['CAMPAIGNER'] },
  { name: 'narrowed', organization: 'south', person: person('narrowed'), roles: ['VIEWER'] },
];

/** What tools may be given at all: groups and letters of cells that ask for a scope. */
const everyScope = [...permissionMatrix].flatMap(([group, { cells }]) => [
  ...new Set(
    [...cells.TOOL.own, ...cells.TOOL.others]
      .filter(({ conditions }) => conditions.includes('K'))
      .flatMap(({ operations }) => operations.map((letter) => `${group}:${letter}`)),
  ),
]);

const toolOf = (
  organization: OrganizationName,
  granting: Role,
  scopes: readonly string[],
  name: string,
): Actor => ({
  name,
  organization,
  person: person(`${organization} ${granting}`),
  roles: [granting],
  tool: { key: idFor('key', name), secret: newSecret(apiKeyPrefix), scopes },
});

const tools: readonly Actor[] = [
  toolOf('north', 'ORG_ADMIN', everyScope, 'tool with every scope'),
  toolOf('east', 'VIEWER', ['campaign.summary:r', 'org.public:r'], 'tool with two scopes'),
  toolOf('south', 'CAMPAIGNER', ['event.public:r'], 'tool with one scope'),
  toolOf('south', 'VIEWER', everyScope, 'tool of somebody narrowed'),
];

export const links = {
  application: newSecret('tha'),
  invitation: newSecret('thi'),
  goneApplication: newSecret('tha'),
  signing: newSignatureLink(),
};

export const actors: readonly Actor[] = [
  { name: 'public', organization: null, person: null, roles: [] },
  { name: 'holder of links', organization: null, person: null, roles: [], links: Object.values(links) },
  ...oneRole,
  ...severalRoles,
  ...tools,
];

const identityKeys = new RotatingKeyring(testSecret);
/** What the keys of calls to action are sealed with. */
export const contactKeys = contactKeyring(identityKeys);
/** What the database keeps of a secret link or key. */
export const hashOf = (secret: string): string => hashesOf(identityKeys, secret)[0]!;

/** What the organisation of the narrowed person takes from its viewers, and from all its tools. */
export const narrowed = [
  'VIEWER:event.public:r',
  'VIEWER:report.figure:r',
  'VIEWER:campaign.summary:r',
  'VIEWER:campaign.internal:r',
  'VIEWER:story.profile:r',
  'VIEWER:member.directory:r',
  'TOOL:service.directory:r',
];

/** People of the world, each once; some who are nobody's colleagues any more, and one who is disabled. */
const people = [
  ...new Set(actors.flatMap((actor) => (actor.person ? [actor.person] : []))),
  person('disabled'),
];

export const personRows = () =>
  people.map((id) => ({ id, disabled_at: id === person('disabled') ? new Date().toISOString() : null }));

/** Everybody's password is the one that documents sign in with; the salt of its hash says whose canary it is. */
const passwordHash =
  '$argon2id$v=19$m=19456,p=1,t=2$Q0FOQVJZIHBhc3N3b3JkIQ$/YdcdkDMbsXkmulDxG6JOs058maNNSd8fnmYouwIWNs';

export const accountRows = () =>
  people.map((id) => {
    const email = `canary_nobody_user.account_${id}_email@example.org`;
    return {
      person_id: id,
      email,
      email_key: hashOf(`email ${email}`),
      password_hash: passwordHash,
      totp_secret: null,
      totp_pending: null,
    };
  });

export const grantRows = (sensitive: boolean) =>
  actors
    .filter(({ tool }) => !tool)
    .flatMap((actor) =>
      actor.roles
        .filter((role) => ['ORG_ADMIN', 'CASEWORKER'].includes(role) === sensitive)
        .map((role) => ({
          organization_id: organizations[actor.organization!],
          person_id: actor.person,
          role,
        })),
    );

export const colleagueRows = (levels: readonly string[]) => {
  const served = actors.filter(({ tool, person: id }) => !tool && id !== null);
  return served.map(({ organization, person: id }, n) => ({
    organization_id: organizations[organization!],
    id,
    sharing_level: levels[n % levels.length],
  }));
};

export const keyRows = () =>
  tools.map(({ tool, organization, person: granted_by }) => ({
    organization_id: organizations[organization!],
    id: tool!.key,
    client_id: idFor('cli', `${organization} 0`),
    key_hash: hashOf(tool!.secret),
    scopes: tool!.scopes,
    addresses: [],
    granted_by,
    expires_at: new Date(Date.now() + 86_400_000).toISOString(),
    created_at: new Date().toISOString(),
    revoked_at: null,
  }));
