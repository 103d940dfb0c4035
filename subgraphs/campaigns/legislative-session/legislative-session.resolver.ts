import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadChildren } from '../../../shared/database/load-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Bill } from '../bill/bill.entity';
import { Jurisdiction } from '../jurisdiction/jurisdiction.entity';
import { LegislativeSession } from './legislative-session.entity';

@Resolver(() => Jurisdiction)
export class JurisdictionSessionsResolver {
  @FieldResolver(() => [LegislativeSession], {
    description: 'Sessions of its legislature that are known here, in the order in which they were entered.',
  })
  sessions(@Root() { id }: Jurisdiction, @Ctx() context: SubgraphContext): Promise<LegislativeSession[]> {
    return loadChildren(context, LegislativeSession, id);
  }
}

@Resolver(() => Bill)
export class BillSessionResolver {
  @FieldResolver(() => LegislativeSession, {
    nullable: true,
    description: 'The session that `legislativeSession` names; null until it is known here.',
  })
  async session(
    @Root() { jurisdictionId, legislativeSession }: Bill,
    @Ctx() context: SubgraphContext,
  ): Promise<LegislativeSession | null> {
    const sessions = await loadChildren(context, LegislativeSession, jurisdictionId);
    return sessions.find(({ identifier }) => identifier === legislativeSession) ?? null;
  }
}
