import type { Role } from '../../shared/identity/viewer';
import type { Asker } from '../testkit/hub';
import { type OracleViewer, permits } from '../testkit/permission-oracle';
import { nali } from './membership-deeds';
import { idOf, type Model, type PlantedGroup, plantedGroups, type Slug } from './model';
import type { World } from './world';

/** How often probes saw something open and something closed. */
export interface Seen {
  allowed: number;
  denied: number;
  refused: number;
}

interface Prober {
  readonly who: string;
  readonly token: string | undefined;
  /** Null for somebody whom the hub does not let in at all. */
  readonly as: ((group: string) => OracleViewer) | null;
}

/** What each of several people and tools reads of the planted rows, compared with the model. */
export async function probe(model: Model, world: World, seen: Seen): Promise<void> {
  for (const { who, token, as } of await probers(model, world)) {
    const { status, data, errors } = await world.hub.ask(question(model), {
      ...(token !== undefined && { token }),
    });
    if (as === null || status === 401) {
      if ((as === null) !== (status === 401))
        throw new Error(`${who}: ${status} instead of ${as === null ? 401 : 200}`);
      seen.refused++;
      continue;
    }
    const faults = (errors ?? []).filter(({ extensions }) => extensions.code !== 'FORBIDDEN');
    if (faults.length > 0) throw new Error(`${who}: ${JSON.stringify(faults)}`);
    const found = {
      'campaign.summary': data.campaign !== null,
      'campaign.internal': (data.campaign?.internal ?? null) !== null,
      'stakeholder.engagement': ids(data.organization?.engagements).includes(world.engagement),
      'report.figure': slugsOf(data.memberFigures?.nodes).includes(world.figure.slug),
      newcomers: model.newcomers.map((_, n) => data[`newcomer${n}`] !== null),
    };
    const expected = expectedOf(model, as);
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
      throw new Error(`${who} reads ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
    }
    for (const group of Object.keys(plantedGroups) as PlantedGroup[])
      seen[expected[group] ? 'allowed' : 'denied']++;
  }
}

function expectedOf(model: Model, as: (group: string) => OracleViewer) {
  const mima = idOf('mima');
  const may = (group: PlantedGroup) =>
    permits(group, 'r', as(group), { organization: mima, level: model.levelOf(group), holds: [] });
  const isThere = permits('org.public', 'r', as('org.public'), {
    organization: mima,
    level: 'PUBLIC',
    holds: [],
  });
  return {
    'campaign.summary': may('campaign.summary'),
    // The way to it leads over the campaign, and over the organisation.
    'campaign.internal': may('campaign.summary') && may('campaign.internal'),
    'stakeholder.engagement': isThere && may('stakeholder.engagement'),
    'report.figure': may('report.figure'),
    newcomers: model.newcomers.map((id) =>
      permits('org.public', 'r', as('org.public'), { organization: id, level: 'PUBLIC', holds: [] }),
    ),
  };
}

async function probers(model: Model, world: World): Promise<Prober[]> {
  const demo = async (slug: Slug, role: Role): Promise<Prober> => ({
    who: `${slug}:${role}`,
    token: await world.hub.tokenFor(`${slug}:${role}` as Exclude<Asker, 'public'>),
    as: (group) => model.viewer(slug, [role], group),
  });
  const campaigner = await demo('mima', 'CAMPAIGNER');
  const { traveller } = model;
  const travels =
    traveller.isSignedIn && traveller.tokenCounts && traveller.roles[traveller.active].length > 0;
  return [
    {
      who: 'the public',
      token: undefined,
      as: () => ({ organization: null, person: null, roles: [], hidden: model.hidden() }),
    },
    await demo('mima', 'VIEWER'),
    model.campaignerHasRole ? campaigner : { ...campaigner, as: null },
    await demo('mima', 'CASEWORKER'),
    await demo('bicf', 'VIEWER'),
    await demo('bicf', 'CAMPAIGNER'),
    await demo('iom', 'ORG_ADMIN'),
    await demo('nair', 'COALITION_STAFF'),
    {
      who: 'the traveller',
      token: world.traveller.accessToken,
      as: travels
        ? (group) => model.viewer(traveller.active, traveller.roles[traveller.active], group)
        : null,
    },
    ...model.keys.map(({ id, secret, scopes, isOver }) => ({
      who: `the key ${id}`,
      token: secret,
      as:
        isOver || !model.isActive('mima')
          ? null
          : (group: string) => ({ ...model.viewer('mima', ['ORG_ADMIN'], group), tool: { key: id, scopes } }),
    })),
  ];
}

const question = ({ newcomers }: Model) => `{
  campaign(id: "${nali}") { slug internal { strategy { value } } }
  organization(id: "${idOf('mima')}") { engagements { id } }
  memberFigures(filter: { organization: "${idOf('mima')}" }, first: 100) { nodes { slug } }
  ${newcomers.map((id, n) => `newcomer${n}: organization(id: "${id}") { slug }`).join('\n')} }`;

const ids = (rows: { id: string }[] | null | undefined) => (rows ?? []).map(({ id }) => id);
const slugsOf = (rows: { slug: string }[] | null | undefined) => (rows ?? []).map(({ slug }) => slug);
