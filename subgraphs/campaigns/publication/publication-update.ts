import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { updateRecord } from '../record/write-record';
import { publications } from './publication.entity';
import { PublicationUpdateInput } from './publication.inputs';
import { PublicationPayload } from './publication.payload';
import { readPublication } from './publication-content';

@Resolver()
export class PublicationUpdateResolver {
  @Mutation(() => PublicationPayload, {
    nullable: true,
    description: 'Changes a publication of one’s own organisation.',
  })
  publicationUpdate(
    @Arg('input', () => PublicationUpdateInput, { description: 'What to change.' })
    { publication: id, version, ...content }: PublicationUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return updateRecord(context, publications, { id, version }, () => readPublication(context, content));
  }
}
