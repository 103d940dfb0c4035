import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { archiveRecord } from '../record/write-record';
import { oversightReports } from './oversight-report.entity';
import { OversightReportInput } from './oversight-report.inputs';
import { OversightReportPayload } from './oversight-report.payload';

@Resolver()
export class OversightReportArchiveResolver {
  @Mutation(() => OversightReportPayload, {
    nullable: true,
    description: 'Puts an oversight report of one’s own organisation away: lists leave it out.',
  })
  oversightReportArchive(
    @Arg('input', () => OversightReportInput, { description: 'Which one.' }) {
      oversightReport: id,
    }: OversightReportInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return archiveRecord(context, oversightReports, id);
  }
}
