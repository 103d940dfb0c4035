import { transports } from '../testkit/hub';
import { type Found, foundByLookup, foundInLists, foundUnderOrganizations } from './find-records';
import { pointerDocuments, waysOfPointers } from './pointers';
import { openStage, type Stage } from './stage';
import { termsFor } from './world/may-see';
import { type Actor, actors } from './world/people';
import { tableOfType } from './world/words';
import type { PlantedRow } from './world/world';

const documents = pointerDocuments();

describe.each(transports)('what the specification permits, over the transport %s', (transport) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(transport);
  });
  afterAll(() => stage.close());

  it('is in the lists of the root, page after page, and nothing else is', async () => {
    await compare(foundInLists);
  });

  it('is found by its id, and nothing else is', async () => {
    await compare(foundByLookup);
  });

  it('is in the lists of the organisations that one sees', async () => {
    await compare(foundUnderOrganizations);
  });

  it('is there or not whatever is asked of it: a pointer at a hidden record is no record', async () => {
    const seen = { there: 0, hidden: 0 };
    // Where pointers lead does not depend on the transport: over HTTP every third actor is enough.
    for (const actor of actors.filter((_, n) => transport === 'local' || n % 3 === 0)) {
      const token = stage.tokenOf(actor.name);
      for (const { list, query, pointers } of documents) {
        const { data } = await stage.hub.ask(query, token === undefined ? {} : { token });
        const found = waysOfPointers(data[list]?.nodes ?? [], pointers);
        const disagreeing = found.filter(({ byId, others }) => others.some((other) => other !== byId));
        expect({ actor: actor.name, list, disagreeing }).toEqual({
          actor: actor.name,
          list,
          disagreeing: [],
        });
        for (const { isThere } of found) seen[isThere ? 'there' : 'hidden']++;
      }
    }
    expect(seen.there).toBeGreaterThan(100);
    expect(seen.hidden).toBeGreaterThan(100);
  });

  /** For every actor and every kind of record the ids that the API tells and those that the specification opens. */
  async function compare(find: (stage: Stage, actor: Actor) => Promise<Found>): Promise<void> {
    const seen = new Map<string, number>();
    for (const actor of actors) {
      const { records, isWithin } = await find(stage, actor);
      for (const [type, ids] of records) {
        const permitted = rowsOf(type)
          .filter((row) => isWithin(row) && termsFor(actor, row).length > 0)
          .map(({ values }) => values.id as string);
        const told = { actor: actor.name, type, ids: [...new Set(ids)].sort() };
        expect(told).toEqual({ ...told, ids: [...new Set(permitted)].sort() });
        seen.set(type, (seen.get(type) ?? 0) + ids.length);
      }
    }
    // A kind of record that nobody finds would make every comparison above an empty one.
    expect(seen.size).toBeGreaterThan(3);
    expect([...seen].filter(([, count]) => count === 0)).toEqual([]);
  }

  function rowsOf(type: string): PlantedRow[] {
    const table = tableOfType(type, stage.world.tables);
    return stage.world.rows.filter((row) => row.table.split('.')[1] === table);
  }
});
