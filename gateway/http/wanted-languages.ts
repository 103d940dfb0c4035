import Negotiator from 'negotiator';
import { byHeader } from './by-header';

/** Longer lists come from machines that fingerprint or attack, not from people. */
const atMost = 10;

/** BCP 47 tags from `Accept-Language`, most wanted first; English when the client wants nothing in particular. */
export const wantedLanguages = byHeader('accept-language', (request): readonly string[] => {
  const tags = new Negotiator(request).languages().filter(isTag).slice(0, atMost);
  return tags.length > 0 ? tags : ['en'];
});

function isTag(tag: string): boolean {
  return /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag) && tag.length <= 35;
}
