import {
  Arg,
  type ClassType,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { pointOrRead } from '../schema/entity-stub';
import { type Days, daysOf, Period, PeriodInput } from '../schema/period';
import { isId, requireId } from '../schema/type-id';
import type { SubgraphContext } from '../subgraph/context';
import type { ReferenceResolver } from '../subgraph/definition';

/** What a report is about: one organisation, or the whole coalition when there is none; and which days. */
export interface ImpactScope {
  readonly organizationId: string | null;
  readonly days: Days;
}

/**
 * The `ImpactReport` entity as one subgraph knows it. Every subgraph answers the same root field and adds its own
 * part, so the gateway asks all of them at once and none depends on another: a subgraph that is away costs its part.
 */
export function impactReportType(Organization: ClassType, readOrganization?: ReferenceResolver) {
  @Directive('@key(fields: "ref")')
  @ObjectType({
    description:
      'What an organisation, or the whole coalition, did in a span of time. A part that is null came with an error that names its subgraph: it is missing, not zero.',
  })
  class ImpactReport {}

  @Resolver(() => ImpactReport)
  class ImpactReportResolver {
    @Directive('@shareable')
    @Query(() => ImpactReport, {
      nullable: true,
      description:
        'The impact of one organisation, or of the whole coalition, in a span of time: one query for the year.',
    })
    impactReport(
      @Arg('period', () => PeriodInput, {
        description: 'The time to report on; for a year `{ year: 2025 }`.',
      })
      period: PeriodInput,
      @Arg('organization', () => ID, {
        nullable: true,
        description: 'Whose report; without it, the whole coalition’s.',
      })
      organization?: string,
    ): ImpactScope {
      return {
        organizationId: organization == null ? null : requireId('Organization', organization),
        days: daysOf(period),
      };
    }

    @Directive('@inaccessible')
    @Directive('@shareable')
    @FieldResolver(() => ID, {
      description: 'Points at the report between subgraphs; not part of the public schema.',
    })
    ref(@Root() scope: ImpactScope): string {
      return impactRef(scope);
    }

    @Directive('@shareable')
    @FieldResolver(() => Organization, {
      nullable: true,
      description: 'Whose report it is; null for the whole coalition.',
    })
    organization(@Root() scope: ImpactScope, @Ctx() context: SubgraphContext): unknown {
      return pointOrRead(scope.organizationId, context, readOrganization);
    }

    @Directive('@shareable')
    // Nullable like all that several subgraphs may answer: the one that is asked may be away.
    @FieldResolver(() => Period, { nullable: true, description: 'The time it is about.' })
    period(@Root() { days }: ImpactScope): Period {
      const start = finite(days.start);
      const end = finite(days.end);
      const label = wholeYear(days) ?? `${start ?? '…'} – ${end ?? '…'}`;
      return { label: { ar: label, en: label }, start, end };
    }
  }

  return { ImpactReport, ImpactReportResolver };
}

export const impactRef = ({ organizationId, days }: ImpactScope) =>
  [organizationId ?? '', days.start, days.end].join(' ');

/** The scope behind a reference from another subgraph; null when it is not one. */
export function impactScope(ref: string): ImpactScope | null {
  const [organization, start, end] = ref.split(' ');
  if (!start || !end || (organization && !isId('Organization', organization))) return null;
  return { organizationId: organization || null, days: { start, end } };
}

const finite = (day: string) => (day.endsWith('infinity') ? null : day);

function wholeYear({ start, end }: Days): string | null {
  const year = start.slice(0, 4);
  return start === `${year}-01-01` && end === `${year}-12-31` ? year : null;
}
