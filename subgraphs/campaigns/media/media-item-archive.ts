import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { archiveRecord } from '../record/write-record';
import { mediaItems } from './media-item.entity';
import { MediaItemInput } from './media-item.inputs';
import { MediaItemPayload } from './media-item.payload';

@Resolver()
export class MediaItemArchiveResolver {
  @Mutation(() => MediaItemPayload, {
    nullable: true,
    description: 'Puts a media item of one’s own organisation away: lists leave it out.',
  })
  mediaItemArchive(
    @Arg('input', () => MediaItemInput, { description: 'Which one.' }) { mediaItem: id }: MediaItemInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return archiveRecord(context, mediaItems, id);
  }
}
