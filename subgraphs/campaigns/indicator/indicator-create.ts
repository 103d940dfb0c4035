import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { loadChildren } from '../../../shared/database/load-rows';
import { childOf } from '../../../shared/database/rows';
import { insertRow } from '../../../shared/database/write-rows';
import { inBothLanguages } from '../../../shared/language/translation-input';
import { newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { holdFramework } from '../result/hold-result';
import { Indicator } from './indicator.entity';
import { IndicatorCreateInput } from './indicator.inputs';
import { IndicatorPayload } from './indicator.payload';
import { givenResult, readMeasure, writeLinks } from './indicator-content';

@Resolver()
export class IndicatorCreateResolver {
  @Mutation(() => IndicatorPayload, {
    nullable: true,
    description: 'Adds an indicator to a campaign of one’s own organisation, after those that are there.',
  })
  async indicatorCreate(
    @Arg('input', () => IndicatorCreateInput, { description: 'What it tells.' })
    input: IndicatorCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { campaign: campaignId, result, title, ascending, contributesTo } = input;
    const campaign = await holdFramework(context, campaignId);
    const last = (await loadChildren(context, Indicator, campaignId)).at(-1);
    const id = newId('Indicator');
    await insertRow(context.session, Indicator, {
      ...childOf(campaign),
      id,
      position: last ? last.position + 1 : 0,
      resultId: result == null ? null : await givenResult(context, campaignId, result),
      title: inBothLanguages(title, 'title'),
      ...readMeasure(input),
      ascending,
      sources: [],
    });
    await writeLinks(context, { ...campaign, id }, contributesTo ?? []);
    return { id };
  }
}
