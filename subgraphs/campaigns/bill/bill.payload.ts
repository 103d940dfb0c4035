import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Bill } from './bill.entity';

@ObjectType({ description: 'What became of a bill.' })
export class BillPayload extends Payload {}

@Resolver(() => BillPayload)
export class BillPayloadResolver {
  @FieldResolver(() => Bill, {
    nullable: true,
    description: 'The bill; after a conflict of versions as it is now.',
  })
  bill(@Root() { id }: { id?: string }, @Ctx() context: SubgraphContext): Promise<Bill | null> | null {
    return id === undefined ? null : loadById(context, Bill, id);
  }
}
