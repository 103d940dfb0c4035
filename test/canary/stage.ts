import { Writable } from 'node:stream';
import { ownDatabase } from '../testkit/database';
import { startTestHub, type TestHub, type Transport } from '../testkit/hub';
import { organizations } from './world/organizations';
import { type Actor, actors } from './world/people';
import { plantWorld, type World } from './world/world';

export type OwnDatabase = Awaited<ReturnType<typeof ownDatabase>>;

/** A world of canaries, a hub in front of it, and what each actor shows to be let in. */
export interface Stage {
  readonly hub: TestHub;
  readonly world: World;
  /** Undefined for the public. */
  tokenOf(actor: string): string | undefined;
  /** What the hub has logged since the last call. */
  takeLog(): string;
  close(): Promise<void>;
}

export async function openStage(transport: Transport): Promise<Stage> {
  const database = await ownDatabase();
  return stageOf(transport, database, await plantWorld(database.url));
}

/** The same in front of a world that is there already. */
export async function stageOf(transport: Transport, database: OwnDatabase, world: World): Promise<Stage> {
  let logged = '';
  const log = new Writable({
    write(line, _encoding, done) {
      logged += line;
      done();
    },
  });
  const hub = await startTestHub(transport, world.url, [], log);
  const tokens = new Map<string, string | undefined>();
  for (const actor of actors) tokens.set(actor.name, await tokenFor(hub, actor));
  return {
    hub,
    world,
    tokenOf: (actor) => tokens.get(actor),
    takeLog() {
      const taken = logged;
      logged = '';
      return taken;
    },
    async close() {
      await hub.close();
      await database.drop();
    },
  };
}

async function tokenFor(
  hub: TestHub,
  { tool, person, organization, secondFactor }: Actor,
): Promise<string | undefined> {
  if (tool) return tool.secret;
  if (!person || !organization) return undefined;
  return hub.tokenOf({
    personId: person,
    organizationId: organizations[organization],
    ...(secondFactor && { secondFactorAt: Date.now() }),
  });
}
