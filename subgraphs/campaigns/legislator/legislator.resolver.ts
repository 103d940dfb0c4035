import sql from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import { type Connection, connection, connectionType } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, termOrNull } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { isStale, staleField } from '../bill/stale';
import { Jurisdiction } from '../jurisdiction/jurisdiction.entity';
import { Legislator } from './legislator.entity';

const LegislatorConnection = connectionType(Legislator, 'Legislator');

@Resolver(() => Legislator)
export class LegislatorResolver {
  @Query(() => LegislatorConnection, {
    nullable: true,
    description: 'Legislators whose votes are known here, by name.',
  })
  legislators(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('jurisdiction', () => ID, { nullable: true, description: 'Those of this jurisdiction.' })
    jurisdiction?: string,
  ): Promise<Connection<Legislator>> {
    const list = {
      name: 'legislators',
      columns: columnsOf(Legislator),
      from: sql`campaigns.legislator t`,
      where:
        jurisdiction == null ? [] : [sql`t.jurisdiction_id = ${requireId('Jurisdiction', jurisdiction)}`],
      orderBy: { name: 'name', key: sql`t.name collate "C"` },
    };
    return connection(context, list, page);
  }

  @Query(() => Legislator, {
    nullable: true,
    description: 'One legislator; null when there is none that you may see.',
  })
  legislator(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'The id.' }) id: string,
  ): Promise<Legislator | null> {
    return loadById(context, Legislator, requireId('Legislator', id));
  }

  @FieldResolver(() => Jurisdiction, { nullable: true, description: 'Where they sit.' })
  jurisdiction(
    @Root() legislator: Legislator,
    @Ctx() context: SubgraphContext,
  ): Promise<Jurisdiction | null> {
    return loadById(context, Jurisdiction, legislator.jurisdictionId);
  }

  @FieldResolver(() => Term, { nullable: true, description: 'The chamber (`legislativeOrganizations`).' })
  chamber(@Root() { chamber }: Legislator): TermRecord | null {
    return termOrNull('legislativeOrganizations', chamber);
  }

  @FieldResolver(() => Boolean, staleField)
  isStale(@Root() { asOf }: Legislator): boolean {
    return isStale(asOf);
  }
}
