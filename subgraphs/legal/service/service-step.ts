import { Field, Int, ObjectType } from 'type-graphql';
import { Measure, type MeasureRecord } from '../../../shared/figure/measure';
import { groupBy } from '../../../shared/group-by';
import { requireCode } from '../../../shared/taxonomy/term';
import { Service } from './service.entity';
import type { OrderedService } from './service.repository';

@ObjectType({ description: 'One of the ordered steps that a programme takes people through.' })
export class ServiceStep {
  @Field(() => Int, { description: 'Its place among the steps of its programme, from 1.' })
  position!: number;

  @Field(() => Service, { description: 'What is done in this step.' })
  service!: Service;
}

@ObjectType({ description: 'A service and its part of the kind of assistance it belongs to.' })
export class ServiceShare {
  @Field(() => Service, { description: 'The service.' })
  service!: Service;

  @Field(() => Measure, { description: 'Its part, in percent.' })
  share!: MeasureRecord;
}

/** Options of the `through` argument that lists of steps take. */
export const throughArgument = {
  nullable: true,
  description:
    'Code of a category (taxonomy `serviceCategories`): only the steps of each programme up to and including its last step of that category, for instance `RETURN_TRAVEL`; none where a programme has no such step.',
} as const;

/**
 * The steps behind ordered services, each programme's cut after its last step of the category `through`. Whoever may
 * not know the programmes gets their steps as if they were of one.
 */
export function toSteps(services: readonly OrderedService[], through?: string): ServiceStep[] {
  const kept = through == null ? services : upTo(services, requireCode('serviceCategories', through));
  return kept.map((service) => ({ position: service.stepOrder!, service }));
}

export const toShares = (services: readonly Service[]): ServiceShare[] =>
  services.map((service) => ({ service, share: service.share! }));

function upTo(services: readonly OrderedService[], category: string): OrderedService[] {
  const programmes = [...groupBy(services, (service) => service.campaignId).values()];
  return programmes.flatMap((steps) =>
    steps.slice(0, steps.findLastIndex((step) => step.category === category) + 1),
  );
}
