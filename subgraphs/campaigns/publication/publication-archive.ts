import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { archiveRecord } from '../record/write-record';
import { publications } from './publication.entity';
import { PublicationInput } from './publication.inputs';
import { PublicationPayload } from './publication.payload';

@Resolver()
export class PublicationArchiveResolver {
  @Mutation(() => PublicationPayload, {
    nullable: true,
    description: 'Puts a publication of one’s own organisation away: lists leave it out.',
  })
  publicationArchive(
    @Arg('input', () => PublicationInput, { description: 'Which one.' }) {
      publication: id,
    }: PublicationInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return archiveRecord(context, publications, id);
  }
}
