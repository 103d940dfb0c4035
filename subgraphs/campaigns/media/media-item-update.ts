import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { updateRecord } from '../record/write-record';
import { mediaItems } from './media-item.entity';
import { MediaItemUpdateInput } from './media-item.inputs';
import { MediaItemPayload } from './media-item.payload';
import { readMediaItem } from './media-item-content';

@Resolver()
export class MediaItemUpdateResolver {
  @Mutation(() => MediaItemPayload, {
    nullable: true,
    description: 'Changes a media item of one’s own organisation.',
  })
  mediaItemUpdate(
    @Arg('input', () => MediaItemUpdateInput, { description: 'What to change.' })
    { mediaItem: id, version, ...content }: MediaItemUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return updateRecord(context, mediaItems, { id, version }, () => readMediaItem(context, content));
  }
}
