import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Indicator } from './indicator.entity';

@ObjectType({ description: 'What became of an indicator, its periods and figures.' })
export class IndicatorPayload extends Payload {}

@Resolver(() => IndicatorPayload)
export class IndicatorPayloadResolver {
  @FieldResolver(() => Indicator, {
    nullable: true,
    description: 'The indicator; after a conflict of versions as it is now.',
  })
  indicator(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Indicator | null> | null {
    return id === undefined ? null : loadById(context, Indicator, id);
  }
}
