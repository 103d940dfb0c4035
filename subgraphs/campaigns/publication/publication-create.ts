import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { createRecord } from '../record/write-record';
import { publications } from './publication.entity';
import { PublicationCreateInput } from './publication.inputs';
import { PublicationPayload } from './publication.payload';
import { readPublication } from './publication-content';

@Resolver()
export class PublicationCreateResolver {
  @Mutation(() => PublicationPayload, {
    nullable: true,
    description: 'Notes what one’s own organisation has published.',
  })
  async publicationCreate(
    @Arg('input', () => PublicationCreateInput, { description: 'What to note.' })
    content: PublicationCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return createRecord(context, publications, await readPublication(context, content));
  }
}
