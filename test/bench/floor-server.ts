import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { type FloorVariables, floorStatements } from './floor-statements';
import type { Language, QueryName } from './queries';

interface FloorRequest {
  readonly operationName: QueryName;
  readonly variables: FloorVariables;
}

const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.FLOOR_CONNECTIONS),
});
pool.on('error', (error) => console.error(`floor: lost a connection (${error.message})`));

/**
 * The floor: what any server in this language must spend on a question, and nothing else. It knows its questions
 * by name, believes everybody, reads every row and hands PostgreSQL's text on as it is.
 */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString()) as FloorRequest;
  const { text, values } = floorStatements[operationName];
  const { rows } = await pool.query<{ answer: string }>({
    name: operationName,
    text,
    values: values(variables, request.headers['accept-language'] as Language),
  });
  const body = `{"data":${rows[0]!.answer}}`;
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error('floor:', error);
    response.writeHead(500).end();
  });
});
server.keepAliveTimeout = 65_000;
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));

// Whoever started it has gone, in whatever way.
process.once('disconnect', () => process.exit(0));
