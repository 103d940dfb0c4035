import { inBothLanguages } from '../../../shared/language/translation-input';
import { givenTag } from '../../../shared/mutation/input-values';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { pastDay, readParts } from '../record/record-content';
import type { Publication } from './publication.entity';
import type { PublicationUpdateInput } from './publication.inputs';

type Content = Omit<PublicationUpdateInput, 'publication' | 'version'>;

/**
 * The columns that an input changes.
 * @throws Refusal that names the field
 */
export async function readPublication(
  context: SubgraphContext,
  { kind, publishedOn, summary, languages, ...parts }: Content,
): Promise<Partial<Publication>> {
  return {
    ...(await readParts(context, parts)),
    ...(kind != null && { kind }),
    ...(publishedOn != null && { publishedOn: pastDay(publishedOn, 'publishedOn') }),
    ...(summary !== undefined && { summary: summary && inBothLanguages(summary, 'summary') }),
    ...(languages != null && {
      languages: [...new Set(languages.map((language) => givenTag(language, 'languages')))],
    }),
  };
}
