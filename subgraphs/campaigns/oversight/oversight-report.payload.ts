import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { OversightReport } from './oversight-report.entity';

@ObjectType({ description: 'What became of an oversight report.' })
export class OversightReportPayload extends Payload {}

@Resolver(() => OversightReportPayload)
export class OversightReportPayloadResolver {
  @FieldResolver(() => OversightReport, {
    nullable: true,
    description: 'The record; after a conflict of versions as it is now.',
  })
  oversightReport(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<OversightReport | null> | null {
    return id === undefined ? null : loadById(context, OversightReport, id);
  }
}
