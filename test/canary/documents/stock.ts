import { idPrefixes } from '../../../shared/schema/type-id';
import { permissionMatrix } from '../../testkit/permission-matrix';
import { links } from '../world/people';
import { idFor, isTypeId, prefixOf } from '../world/words';
import type { World } from '../world/world';

/** What documents give as arguments: ids of every organisation's rows and of none, words, links, cursors. */
export interface Stock {
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly words: readonly string[];
  readonly texts: readonly string[];
  readonly emails: readonly string[];
  readonly links: readonly string[];
  readonly groups: readonly string[];
  /** Cursors of earlier answers, by the field that gave them: `Query.events`. */
  readonly cursors: Map<string, string[]>;
}

export function stockOf({ rows }: Pick<World, 'rows'>): Stock {
  const ids = new Map<string, Set<string>>();
  const words = new Set<string>();
  const texts = new Set<string>();
  const emails = new Set<string>();
  for (const { values } of rows) {
    const { id, token, slug, email } = values;
    if (typeof id === 'string' && isTypeId(id)) {
      const kind = prefixOf(id);
      ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
    }
    if (typeof token === 'string') words.add(token);
    if (typeof slug === 'string') texts.add(slug);
    if (typeof email === 'string') emails.add(email);
  }
  for (const prefix of Object.values(idPrefixes)) {
    ids.set(prefix, (ids.get(prefix) ?? new Set()).add(idFor(prefix, 'of nobody')));
  }
  return {
    ids: new Map([...ids].map(([kind, found]) => [kind, [...found]])),
    words: [...words],
    texts: [...texts],
    emails: [...emails],
    links: [...Object.values(links), links.application.slice(0, -1)],
    groups: [...permissionMatrix.keys()],
    cursors: new Map(),
  };
}
