import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { MediaItem } from './media-item.entity';

@ObjectType({ description: 'What became of a media item.' })
export class MediaItemPayload extends Payload {}

@Resolver(() => MediaItemPayload)
export class MediaItemPayloadResolver {
  @FieldResolver(() => MediaItem, {
    nullable: true,
    description: 'The record; after a conflict of versions as it is now.',
  })
  mediaItem(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<MediaItem | null> | null {
    return id === undefined ? null : loadById(context, MediaItem, id);
  }
}
