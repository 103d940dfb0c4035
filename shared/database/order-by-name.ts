import { raw } from 'sql-template-tag';
import { chooseLanguage } from '../language/choose-language';
import type { SubgraphContext } from '../subgraph/context';
import type { ListQuery } from './page';

/**
 * By name or title in the viewer's language: the generated columns `sort_ar` and `sort_en`, or another pair that
 * leads up to the name.
 */
export function orderByName({ languages }: SubgraphContext, columns = 'sort'): ListQuery['orderBy'] {
  const { language } = chooseLanguage(['ar', 'en'], languages);
  return { name: `${columns}_${language}`, key: raw(`t.${columns}_${language}`) };
}
