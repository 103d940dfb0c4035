import sql from 'sql-template-tag';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { type Connection, connection, connectionType } from '../../../shared/schema/connection';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { recordList } from '../record/record-list';
import { MediaItem } from './media-item.entity';
import { MediaItemFilter } from './media-item.inputs';

const MediaItemConnection = connectionType(MediaItem, 'MediaItem');

@Resolver(() => MediaItem)
export class MediaItemResolver {
  @Query(() => MediaItemConnection, {
    nullable: true,
    description: 'What organisations say in the media, and they say of them, the latest first.',
  })
  mediaItems(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => MediaItemFilter, filterArgument) filter?: MediaItemFilter,
  ): Promise<Connection<MediaItem>> {
    const narrowed = filter?.kind == null ? [] : [sql`t.kind = ${filter.kind}`];
    return connection(context, recordList(MediaItem, 'published_on', filter, narrowed), page);
  }

  @Query(() => MediaItem, {
    nullable: true,
    description: 'One of them; null when there is none that you may see.',
  })
  mediaItem(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<MediaItem | null> {
    return loadById(context, MediaItem, requireId('MediaItem', id));
  }
}
