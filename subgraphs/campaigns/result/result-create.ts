import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { loadChildren } from '../../../shared/database/load-rows';
import { childOf } from '../../../shared/database/rows';
import { insertRow } from '../../../shared/database/write-rows';
import { inBothLanguages } from '../../../shared/language/translation-input';
import { newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { indexLines } from '../activity/index-lines';
import { holdFramework } from './hold-result';
import { Result } from './result.entity';
import { ResultCreateInput } from './result.inputs';
import { ResultPayload } from './result.payload';

@Resolver()
export class ResultCreateResolver {
  @Mutation(() => ResultPayload, {
    nullable: true,
    description: 'Adds a result to a campaign of one’s own organisation, after those that are there.',
  })
  async resultCreate(
    @Arg('input', () => ResultCreateInput, { description: 'What is to be reached.' })
    { campaign: campaignId, type, description }: ResultCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const campaign = await holdFramework(context, campaignId);
    const last = (await loadChildren(context, Result, campaignId)).at(-1);
    const id = newId('Result');
    await insertRow(context.session, Result, {
      ...childOf(campaign),
      id,
      position: last ? last.position + 1 : 0,
      type,
      description: inBothLanguages(description, 'description'),
      sources: [],
    });
    await indexLines(context, campaign, {});
    return { id };
  }
}
