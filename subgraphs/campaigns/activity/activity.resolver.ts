import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadChildren } from '../../../shared/database/load-rows';
import { Measure, type MeasureRecord } from '../../../shared/figure/measure';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireCode, type TermRecord, term, termOrNull } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { Campaign } from '../campaign/campaign.entity';
import { Organization } from '../stubs';
import { Activity } from './activity.entity';
import { countedIn, measureOf, quantityField, unitArgument } from './line-quantity';

@Resolver(() => Campaign)
export class CampaignActivitiesResolver {
  @FieldResolver(() => [Activity], {
    description: 'What it does, in the order of its source, without what was put away.',
  })
  async activities(
    @Root() campaign: Campaign,
    @Ctx() context: SubgraphContext,
    @Arg('kind', () => String, {
      nullable: true,
      description: 'Only activities of this kind (taxonomy `activityKinds`).',
    })
    kind?: string,
    @Arg('unit', () => String, unitArgument) unit?: string,
  ): Promise<Activity[]> {
    if (kind != null) requireCode('activityKinds', kind);
    const activities = await loadChildren(context, Activity, campaign.id);
    return countedIn(unit, activities).filter(
      (activity) => activity.archivedAt === null && (kind == null || activity.kind === kind),
    );
  }
}

@Resolver(() => Activity)
export class ActivityResolver {
  @FieldResolver(() => Term, { description: 'What kind of activity it is (`activityKinds`).' })
  kind(@Root() activity: Activity): TermRecord {
    return term('activityKinds', activity.kind);
  }

  @FieldResolver(() => Measure, quantityField)
  quantity(@Root() activity: Activity): MeasureRecord | null {
    return measureOf(activity);
  }

  @FieldResolver(() => Term, {
    nullable: true,
    description: 'What `planned` and `done` are counted in (`units`); null where there is no number.',
  })
  progressUnit(@Root() { progressUnit }: Activity): TermRecord | null {
    return termOrNull('units', progressUnit);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation that does it.' })
  assignee(@Root() { assigneeId }: Activity): EntityReference | null {
    return pointTo(assigneeId);
  }
}
