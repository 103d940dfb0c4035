import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Testimony } from './testimony.entity';

@ObjectType({ description: 'What became of testimony; after a conflict, what it says now.' })
export class TestimonyPayload extends Payload {}

@Resolver(() => TestimonyPayload)
export class TestimonyPayloadResolver {
  @FieldResolver(() => Testimony, { nullable: true, description: 'The testimony.' })
  testimony(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Testimony | null> | null {
    return id === undefined ? null : loadById(context, Testimony, id);
  }
}
