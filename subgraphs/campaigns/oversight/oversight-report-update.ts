import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { updateRecord } from '../record/write-record';
import { oversightReports } from './oversight-report.entity';
import { OversightReportUpdateInput } from './oversight-report.inputs';
import { OversightReportPayload } from './oversight-report.payload';
import { readOversightReport } from './oversight-report-content';

@Resolver()
export class OversightReportUpdateResolver {
  @Mutation(() => OversightReportPayload, {
    nullable: true,
    description: 'Changes an oversight report of one’s own organisation.',
  })
  oversightReportUpdate(
    @Arg('input', () => OversightReportUpdateInput, { description: 'What to change.' })
    { oversightReport: id, version, ...content }: OversightReportUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return updateRecord(context, oversightReports, { id, version }, (before) =>
      readOversightReport(context, content, before),
    );
  }
}
