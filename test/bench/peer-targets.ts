import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Closers } from '../../gateway/start/closers';
import { supergraphFile } from '../../gateway/supergraph/supergraph-file';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import type { Viewer } from '../../shared/identity/viewer';
import { subgraphs } from '../../subgraphs/registry';
import { peersDirectory } from './peers-directory';
import { postgraphileDialect } from './postgraphile-dialect';
import { type Running, startProgram, startServer } from './process';
import type { Target, TargetName } from './targets';

/** The guarded subgraphs that believe everybody, and the supergraph that says where they are. */
export interface OpenHouse {
  readonly supergraph: string;
  readonly pids: readonly number[];
}

export async function startGuardedSubgraphs(
  { databaseUrl, secret }: { readonly databaseUrl: string; readonly secret: string },
  viewer: Viewer,
  directory: string,
  closers: Closers,
): Promise<OpenHouse> {
  const running = new Map<string, Running>();
  for (const { name } of subgraphs) {
    const settings = {
      NODE_ENV: 'production',
      DATABASE_URL: roleUrl(databaseUrl, subgraphRole(name), secret),
      VIEWER: JSON.stringify(viewer),
    };
    const subgraph = await startProgram(join(__dirname, 'guarded-subgraph.js'), settings, { args: [name] });
    closers.add(`subgraph ${name} for the peers`, () => subgraph.stop());
    running.set(name, subgraph);
  }
  const committed = await readFile(supergraphFile(), 'utf8');
  const placed = committed.replace(
    /@join__graph\(name: "(\w+)", url: "[^"]*"\)/g,
    (_, name: string) => `@join__graph(name: "${name}", url: "${running.get(name)!.origin}/graphql")`,
  );
  const supergraph = join(directory, 'supergraph.graphql');
  await writeFile(supergraph, placed);
  return { supergraph, pids: [...running.values()].map(({ pid }) => pid) };
}

export async function startPeerGateway(
  name: TargetName,
  { supergraph, pids }: OpenHouse,
  signal: AbortSignal,
): Promise<Target> {
  const running =
    name === 'apollo'
      ? await startProgram(join(peersDirectory, 'apollo-gateway.mjs'), environment(supergraph))
      : await startHive(name === 'hive-rust' ? ['--hive-router-runtime'] : [], supergraph, signal);
  return { name, subgraphPids: pids, ...running };
}

function startHive(flags: readonly string[], supergraph: string, signal: AbortSignal): Promise<Running> {
  const program = join(peersDirectory, 'node_modules', '@graphql-hive', 'gateway', 'dist', 'bin.js');
  const config = join(peersDirectory, 'hive.config.mjs');
  const settings = (port: string) => ({ ...environment(supergraph), HOST: '127.0.0.1', PORT: port });
  const args = [program, 'supergraph', '--config-path', config, ...flags];
  return startServer(args, settings, { ready: '/readiness', signal });
}

/** As a superuser, whom row-level security passes by: without any guard. */
export async function startPostGraphile(databaseUrl: string, connections: number): Promise<Target> {
  const additions = await readFile(join(peersDirectory, 'postgraphile.sql'), 'utf8');
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(additions).finally(() => client.end());
  const settings = {
    NODE_ENV: 'production',
    GRAPHILE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    CONNECTIONS: String(connections),
  };
  const program = join(peersDirectory, 'postgraphile.mjs');
  const running = await startProgram(program, settings, { execPath: nodeForPostGraphile() });
  return { name: 'postgraphile', subgraphPids: [], dialect: postgraphileDialect, ...running };
}

/** Ours if it is new enough for it, else the one that was installed with it. */
function nodeForPostGraphile(): string {
  const [major] = process.versions.node.split('.');
  if (Number(major) >= 22) return process.execPath;
  return join(peersDirectory, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
}

const environment = (supergraph: string) => ({
  NODE_ENV: 'production',
  SUPERGRAPH: supergraph,
  APOLLO_TELEMETRY_DISABLED: 'true',
});
