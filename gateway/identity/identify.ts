import { HubError } from '../../shared/errors';
import { publicViewer } from '../../shared/identity/viewer';
import type { Identify } from '../http/graphql-route';
import { type TokenKeys, verifyToken } from './token';
import type { ViewerReader } from './viewer-reader';

/**
 * Without a token one is the public, at no cost. Every token that does not lead to an active account is refused
 * in the same words: an expired one, a forged one and one of a person who has left cannot be told apart.
 */
export function createIdentify(keys: TokenKeys, viewers: ViewerReader): Identify {
  return async ({ authorization }) => {
    if (authorization === undefined) return (await viewers.read({ kind: 'none' })) ?? publicViewer;
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const subject = token ? await verifyToken(keys, token) : null;
    const viewer = subject && (await viewers.read({ kind: 'account', signInId: null, ...subject }));
    if (!viewer) throw new HubError('UNAUTHENTICATED');
    return viewer;
  };
}
