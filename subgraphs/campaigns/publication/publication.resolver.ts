import sql from 'sql-template-tag';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { type Connection, connection, connectionType } from '../../../shared/schema/connection';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { recordList } from '../record/record-list';
import { Publication } from './publication.entity';
import { PublicationFilter } from './publication.inputs';

const PublicationConnection = connectionType(Publication, 'Publication');

@Resolver(() => Publication)
export class PublicationResolver {
  @Query(() => PublicationConnection, {
    nullable: true,
    description: 'What organisations have published, the latest first.',
  })
  publications(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => PublicationFilter, filterArgument) filter?: PublicationFilter,
  ): Promise<Connection<Publication>> {
    const narrowed = filter?.kind == null ? [] : [sql`t.kind = ${filter.kind}`];
    return connection(context, recordList(Publication, 'published_on', filter, narrowed), page);
  }

  @Query(() => Publication, {
    nullable: true,
    description: 'One of them; null when there is none that you may see.',
  })
  publication(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Publication | null> {
    return loadById(context, Publication, requireId('Publication', id));
  }
}
