import { findFreePort } from './free-port';
import { passwordIsAccepted, setPassword } from './password';
import { PostgresError } from './postgres-error';
import { Server, ServerOptions, startServer } from './server';

export type ServerPlace = Omit<ServerOptions, 'port'>;

/** Starts the server of a complete cluster and sees to it that `password` opens it. */
export async function startServerWithPassword(
  place: ServerPlace,
  { password, port, onPasswordChange }: { password: string; port?: number; onPasswordChange?: () => void },
): Promise<Server> {
  const server = await startOnFreePort(place, port);
  try {
    if (await passwordIsAccepted(server.port, password)) return server;
    onPasswordChange?.();
  } catch (error) {
    await server.stop();
    throw error;
  }
  await server.stop();
  await setPassword({ ...place, password });
  return startOnFreePort(place, port);
}

async function startOnFreePort(place: ServerPlace, port?: number): Promise<Server> {
  if (port !== undefined) return startServer({ ...place, port });
  for (let attempt = 1; ; attempt++) {
    try {
      return await startServer({ ...place, port: await findFreePort() });
    } catch (error) {
      // Another program may take the port between the look and the start.
      const portTaken =
        error instanceof PostgresError && /could not (bind|create any TCP)/.test(error.message);
      if (!portTaken || attempt === 5) throw error;
    }
  }
}
