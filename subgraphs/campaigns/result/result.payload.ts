import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Result } from './result.entity';

@ObjectType({ description: 'What became of a result.' })
export class ResultPayload extends Payload {}

@Resolver(() => ResultPayload)
export class ResultPayloadResolver {
  @FieldResolver(() => Result, {
    nullable: true,
    description: 'The result; after a conflict of versions as it is now.',
  })
  result(@Root() { id }: { id?: string }, @Ctx() context: SubgraphContext): Promise<Result | null> | null {
    return id === undefined ? null : loadById(context, Result, id);
  }
}
