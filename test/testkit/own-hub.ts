import type { OidcProvider } from '../../gateway/identity/oidc-setting';
import { asAdministrator, ownDatabase } from './database';
import { startTestHub, type TestHub, type Transport } from './hub';

type Database = Awaited<ReturnType<typeof ownDatabase>>;

export interface OwnHub {
  readonly hub: TestHub;
  readonly database: Database;
  /** Runs statements on its database past every guard; for setting tests up, not for checking. */
  administrator<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
}

/**
 * For a whole `describe`: a hub over a seeded database of its own, to write to. Both are there once its tests run.
 * @param providers identity providers whose people it takes, started before it
 */
export function hubOfItsOwn(
  transport: Transport,
  providers: () => Promise<readonly OidcProvider[]> = async () => [],
): OwnHub {
  let hub: TestHub | undefined;
  let database: Database;
  beforeAll(async () => {
    database = await ownDatabase();
    hub = await startTestHub(transport, database.url, await providers());
  });
  afterAll(async () => {
    await hub?.close();
    await database.drop();
  });
  return {
    hub: later(() => hub!),
    database: later(() => database),
    administrator: (text, values = []) => asAdministrator(text, values, database.url),
  };
}

/** Stands for something that is made before it is used, and after it is passed on. */
const later = <Value extends object>(made: () => Value): Value =>
  new Proxy({} as Value, { get: (_, name) => made()[name as keyof Value] });
