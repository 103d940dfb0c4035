import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { createRecord } from '../record/write-record';
import { oversightReports } from './oversight-report.entity';
import { OversightReportCreateInput } from './oversight-report.inputs';
import { OversightReportPayload } from './oversight-report.payload';
import { readOversightReport } from './oversight-report-content';

@Resolver()
export class OversightReportCreateResolver {
  @Mutation(() => OversightReportPayload, {
    nullable: true,
    description: 'Notes what one’s own organisation found when it watched a government.',
  })
  async oversightReportCreate(
    @Arg('input', () => OversightReportCreateInput, { description: 'What to note.' })
    content: OversightReportCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return createRecord(
      context,
      oversightReports,
      await readOversightReport(context, content, { followUpOn: null }),
    );
  }
}
