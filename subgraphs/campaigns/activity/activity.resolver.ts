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
import type { CampaignLine } from './campaign-line';
import { Result } from './result.entity';

const quantityField = {
  nullable: true,
  description:
    'How much or how many; null where the source gives no number. Its `basis` says whether it is reported or stands in a planning sheet.',
} as const;

const unitArgument = {
  nullable: true,
  description: 'Only those that give a number in this unit (taxonomy `units`).',
} as const;

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

  @FieldResolver(() => [Result], {
    description: 'What came, or is to come, of it, in the order of its source.',
  })
  async results(
    @Root() campaign: Campaign,
    @Ctx() context: SubgraphContext,
    @Arg('unit', () => String, unitArgument) unit?: string,
  ): Promise<Result[]> {
    return countedIn(unit, await loadChildren(context, Result, campaign.id));
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

@Resolver(() => Result)
export class ResultResolver {
  @FieldResolver(() => Measure, quantityField)
  quantity(@Root() result: Result): MeasureRecord | null {
    return measureOf(result);
  }
}

function countedIn<Line extends CampaignLine>(unit: string | null | undefined, lines: Line[]): Line[] {
  if (unit == null) return lines;
  requireCode('units', unit);
  return lines.filter((line) => line.unit === unit);
}

function measureOf({ quantity, unit, qualifier, basis, asOf }: CampaignLine): MeasureRecord | null {
  if (quantity === null || unit === null || qualifier === null || basis === null) return null;
  return { value: quantity, unitCode: unit, qualifier, basis, asOf, suppressed: false };
}
