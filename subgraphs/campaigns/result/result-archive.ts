import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { indexLines } from '../activity/index-lines';
import { holdResult } from './hold-result';
import { Result } from './result.entity';
import { ResultInput } from './result.inputs';
import { ResultPayload } from './result.payload';

@Resolver()
export class ResultArchiveResolver {
  @Mutation(() => ResultPayload, {
    nullable: true,
    description: 'Puts a result of one’s own organisation away with its indicators: lists leave them out.',
  })
  async resultArchive(
    @Arg('input', () => ResultInput, { description: 'Which result.' }) input: ResultInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { result, campaign } = await holdResult(context, input);
    await reviseRow(context.session, Result, result, { archivedAt: new Date() });
    await context.session.rows(sql`
update campaigns.indicator t set archived_at = now(), version = t.version + 1
where t.subject_id = ${campaign.id} and t.result_id = ${result.id} and t.archived_at is null returning 1`);
    await indexLines(context, campaign, result);
    return { id: result.id };
  }
}
