import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { sampleQueries } from './sample-queries';

const scripts = 'text/javascript; charset=utf-8';
interface Asset {
  readonly package: string;
  readonly file: string;
  readonly type: string;
}

/** Served from the installed packages: no other host learns that somebody uses the hub. */
const files: Record<string, Asset> = {
  '/explorer/react.js': { package: 'react', file: 'umd/react.production.min.js', type: scripts },
  '/explorer/react-dom.js': { package: 'react-dom', file: 'umd/react-dom.production.min.js', type: scripts },
  '/explorer/graphiql.js': { package: 'graphiql', file: 'graphiql.min.js', type: scripts },
  '/explorer/graphiql.css': {
    package: 'graphiql',
    file: 'graphiql.min.css',
    type: 'text/css; charset=utf-8',
  },
};

/** The explorer page (GraphiQL) and its files. */
export function createExplorer() {
  const page = readFileSync(join(__dirname, 'explorer.html'), 'utf8');
  // '<' would end the script element that the samples are written into.
  const samples = JSON.stringify(sampleQueries).replaceAll('<', '\\u003c');

  return async (_request: IncomingMessage, response: ServerResponse, { pathname }: URL): Promise<boolean> => {
    if (pathname === '/' || pathname === '/explorer') {
      const nonce = randomBytes(16).toString('base64');
      response.setHeader('content-security-policy', policy(nonce));
      send(
        response,
        'text/html; charset=utf-8',
        page.replaceAll('{{nonce}}', nonce).replace('"{{samples}}"', () => samples),
      );
      return true;
    }
    const asset = files[pathname];
    if (!asset) return false;
    response.setHeader('cache-control', 'public, max-age=3600');
    send(response, asset.type, content(pathname, asset));
    return true;
  };
}

const read = new Map<string, Buffer>();

function content(pathname: string, asset: Asset): Buffer {
  const known = read.get(pathname) ?? readFileSync(join(packageFolder(asset.package), asset.file));
  read.set(pathname, known);
  return known;
}

function send(response: ServerResponse, type: string, content: string | Buffer): void {
  response.setHeader('content-type', type);
  response.setHeader('content-length', Buffer.byteLength(content));
  response.end(content);
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // The style sheet of GraphiQL carries its fonts and two images in itself.
    'font-src data:',
    'img-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
