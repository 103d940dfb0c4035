import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EntityReference } from '../../../shared/schema/entity-stub';
import { daysOf, PeriodInput } from '../../../shared/schema/period';
import { Organization } from '../stubs';
import type { AreaScope } from './area-type';
import { Assistance, AssistedReturn, LanguageAccess } from './areas';

const periodArgument = {
  nullable: true,
  description:
    'Only figures of this time, for a year `{ year: 2025 }`; services are listed whatever the time.',
} as const;

@Resolver(() => Organization)
export class OrganizationAreasResolver {
  @FieldResolver(() => LanguageAccess, {
    nullable: true,
    description: 'How it helps people in their own language.',
  })
  languageAccess(
    @Root() organization: EntityReference,
    @Arg('period', () => PeriodInput, periodArgument) period?: PeriodInput,
  ): AreaScope {
    return scope(organization, period);
  }

  @FieldResolver(() => Assistance, {
    nullable: true,
    description: 'Its assistance: benefits, health, shelter, basic needs, education, work, reception.',
  })
  assistance(
    @Root() organization: EntityReference,
    @Arg('period', () => PeriodInput, periodArgument) period?: PeriodInput,
  ): AreaScope {
    return scope(organization, period);
  }

  @FieldResolver(() => AssistedReturn, {
    nullable: true,
    description: 'Its assisted voluntary return and reintegration.',
  })
  assistedReturn(
    @Root() organization: EntityReference,
    @Arg('period', () => PeriodInput, periodArgument) period?: PeriodInput,
  ): AreaScope {
    return scope(organization, period);
  }
}

const scope = ({ ref }: EntityReference, period?: PeriodInput): AreaScope => ({
  organizationId: ref,
  days: period == null ? null : daysOf(period),
});
