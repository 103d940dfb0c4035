import { seedId } from '../../shared/schema/type-id';
import { asAdministrator } from '../testkit/database';
import { transports } from '../testkit/hub';
import { hubOfItsOwn } from '../testkit/own-hub';
import { figureParts, seedFiles } from '../testkit/seed';

const credited = (role: string) =>
  `select min(credited_id) as id from campaigns.campaign_credit where role = '${role}'`;

const wordsOf = (...texts: string[]) =>
  texts
    .join(' ')
    .toLowerCase()
    .split(/[^a-z0-9]+/);

/** What a row points at is left out where it is not there for the viewer; then no filter may find the row by it either. */
describe.each(transports)('filters over the transport %s', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);

  it.each([
    ['services', 'referralTo', `select code as id from legal.service_tag where list = 'referralTo' limit 1`],
    ['events', 'venue', 'select venue_id as id from events.event where venue_id is not null limit 1'],
    ['events', 'coOrganizer', 'select co_organizer_id as id from events.event_co_organizer limit 1'],
    ['campaigns', 'funder', credited('FUNDER')],
    ['campaigns', 'partner', credited('PARTNER')],
  ])('%s(filter: { %s }) finds nothing by an organisation that is suspended', async (list, field, anyOne) => {
    const id = await idBy(anyOne);
    expect(await count(list, field, id)).toBeGreaterThan(0);
    await asAdministrator(
      `insert into members.membership (organization_id, id, status) values ($1, $1, 'SUSPENDED')
       on conflict (organization_id, id) do update set status = 'SUSPENDED'`,
      [id],
      database.url,
    );
    expect(await count(list, field, id)).toBe(0);
  });

  it.each([
    [
      'campaigns',
      'parent',
      'campaigns.campaign',
      'select parent_id as id from campaigns.campaign where parent_id is not null limit 1',
    ],
    [
      'eventFigures',
      'event',
      'events.event',
      'select event_id as id from events.figure where event_id is not null limit 1',
    ],
  ])('%s(filter: { %s }) finds nothing by a record that is not shared', async (list, field, table, anyOne) => {
    const id = await idBy(anyOne);
    expect(await count(list, field, id)).toBeGreaterThan(0);
    await asAdministrator(`update ${table} set sharing_level = 'PRIVATE' where id = $1`, [id], database.url);
    expect(await count(list, field, id)).toBe(0);
  });

  it.each([
    'campaignFigures',
    'memberFigures',
    'serviceFigures',
  ])('%s, kept where nobody knows which events are there, are not narrowed to one', async (list) => {
    const { data, errors } = await hub.ask(
      `{ ${list}(filter: { event: "${seedId('Event', 'any')}" }) { totalCount } }`,
      { as: 'mima:VIEWER' },
    );
    expect(data).toEqual({ [list]: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['INVALID_ARGUMENT']);
  });

  it.each(figureParts)('$list are not found by the handle of an event', async ({ list, figures }) => {
    const told = figures.filter(({ event, measure, organisation }) => {
      const seen = wordsOf(Object.values(measure).join(' '), organisation);
      return event !== null && !wordsOf(event).every((word) => seen.some((one) => one.startsWith(word)));
    });
    expect(told.length).toBeGreaterThan(0);
    for (const { slug, event } of told) {
      const { data } = await hub.ask(
        `{ ${list}(filter: { search: "${event}" }, first: 100) { nodes { slug } } }`,
      );
      expect(data[list].nodes).not.toContainEqual({ slug });
    }
  });

  it('stories are not found by the handle of their programme', async () => {
    const programmes = new Set(seedFiles.stories.map(({ programme }) => programme));
    expect(programmes.size).toBeGreaterThan(0);
    for (const handle of programmes) {
      expect({ handle, found: await count('storyProfiles', 'search', handle) }).toEqual({ handle, found: 0 });
    }
  });

  async function idBy(anyOne: string): Promise<string> {
    const [row] = await asAdministrator<{ id: string }>(anyOne, [], database.url);
    return row!.id;
  }

  /** As somebody of an organisation that keeps none of these records. */
  async function count(list: string, field: string, id: string): Promise<number> {
    const { data } = await hub.ask(`{ ${list}(filter: { ${field}: "${id}" }) { totalCount } }`, {
      as: 'iom-morocco:VIEWER',
    });
    return data[list].totalCount;
  }
});
