import { publicViewer, type RequestClaims, type Viewer } from '../../shared/identity/viewer';

/** A viewer who is the public but for what is said. */
export function viewerOf(changes: Partial<Viewer> = {}): Viewer {
  return { ...publicViewer, ...changes };
}

/** What a request of the public carries to a subgraph, but for what is said. */
export function claimsOf(changes: Partial<RequestClaims> = {}): RequestClaims {
  return {
    viewer: publicViewer,
    languages: ['en'],
    requestId: 'test',
    deadline: Date.now() + 5_000,
    network: '127.0.0.1',
    external: null,
    ...changes,
  };
}
