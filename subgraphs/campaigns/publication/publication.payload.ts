import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Publication } from './publication.entity';

@ObjectType({ description: 'What became of a publication.' })
export class PublicationPayload extends Payload {}

@Resolver(() => PublicationPayload)
export class PublicationPayloadResolver {
  @FieldResolver(() => Publication, {
    nullable: true,
    description: 'The record; after a conflict of versions as it is now.',
  })
  publication(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Publication | null> | null {
    return id === undefined ? null : loadById(context, Publication, id);
  }
}
