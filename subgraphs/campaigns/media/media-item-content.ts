import { toTranslations } from '../../../shared/language/translation-input';
import { givenTag } from '../../../shared/mutation/input-values';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { pastDay, readParts } from '../record/record-content';
import type { MediaItem } from './media-item.entity';
import type { MediaItemUpdateInput } from './media-item.inputs';

type Content = Omit<MediaItemUpdateInput, 'mediaItem' | 'version'>;

/**
 * The columns that an input changes.
 * @throws Refusal that names the field
 */
export async function readMediaItem(
  context: SubgraphContext,
  { kind, publishedOn, outlet, language, ...parts }: Content,
): Promise<Partial<MediaItem>> {
  return {
    ...(await readParts(context, parts)),
    ...(kind != null && { kind }),
    ...(publishedOn != null && { publishedOn: pastDay(publishedOn, 'publishedOn') }),
    ...(outlet !== undefined && { outlet: outlet && toTranslations(outlet, 'outlet') }),
    ...(language !== undefined && { language: language && givenTag(language, 'language') }),
  };
}
