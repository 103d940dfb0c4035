import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ImpactScope } from '../../../shared/impact/impact-report';
import { daysOf, PeriodInput } from '../../../shared/schema/period';
import { ImpactReport } from '../figure/figures';
import { Organization } from './organization.entity';

@Resolver(() => Organization)
export class OrganizationImpactResolver {
  @FieldResolver(() => ImpactReport, {
    nullable: true,
    description: 'What it did in a span of time, across the whole hub.',
  })
  impact(
    @Root() organization: Organization,
    @Arg('period', () => PeriodInput, { description: 'The time to report on; for a year `{ year: 2025 }`.' })
    period: PeriodInput,
  ): ImpactScope {
    return { organizationId: organization.id, days: daysOf(period) };
  }
}
