import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { createRecord } from '../record/write-record';
import { mediaItems } from './media-item.entity';
import { MediaItemCreateInput } from './media-item.inputs';
import { MediaItemPayload } from './media-item.payload';
import { readMediaItem } from './media-item-content';

@Resolver()
export class MediaItemCreateResolver {
  @Mutation(() => MediaItemPayload, {
    nullable: true,
    description: 'Notes what one’s own organisation says in the media, or they say of it.',
  })
  async mediaItemCreate(
    @Arg('input', () => MediaItemCreateInput, { description: 'What to note.' }) content: MediaItemCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return createRecord(context, mediaItems, await readMediaItem(context, content));
  }
}
