import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { holdIndicator } from './hold-indicator';
import { Indicator } from './indicator.entity';
import { IndicatorInput } from './indicator.inputs';
import { IndicatorPayload } from './indicator.payload';

@Resolver()
export class IndicatorArchiveResolver {
  @Mutation(() => IndicatorPayload, {
    nullable: true,
    description: 'Puts an indicator away: lists leave it out, and it counts towards nothing any more.',
  })
  async indicatorArchive(
    @Arg('input', () => IndicatorInput, { description: 'Which indicator.' }) input: IndicatorInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const indicator = await holdIndicator(context, input);
    await reviseRow(context.session, Indicator, indicator, { archivedAt: new Date() });
    return { id: indicator.id };
  }
}
