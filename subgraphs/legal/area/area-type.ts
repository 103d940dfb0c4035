import { Args, type ClassType, Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { FigureRow } from '../../../shared/figure/reported-figure';
import { type Connection, connectionUnder } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { Days } from '../../../shared/schema/period';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { FigureConnection } from '../figure/figures';
import { figuresOfArea } from '../figure/linked-figures';
import type { Service } from '../service/service.entity';
import { ServiceListArguments } from '../service/service.inputs';
import { providerList } from '../service/service.repository';
import { ServiceConnection } from '../service/service.resolver';
import type { ServiceAreaCode } from '../service/service-area';

/** Whose work in an area, and the days its figures are limited to. */
export interface AreaScope {
  readonly organizationId: string;
  readonly days: Days | null;
}

/** The type under which an organisation shows its work in one area of service, and its resolver. */
export function areaType(name: string, area: ServiceAreaCode, about: string) {
  @ObjectType(name, { description: `What an organisation does in ${about}: its services and its figures.` })
  class Area {}

  @Resolver(() => Area)
  class AreaResolver {
    @FieldResolver(() => ServiceConnection, { description: `The services it gives in ${about}, by name.` })
    services(
      @Root() scope: AreaScope,
      @Ctx() context: SubgraphContext,
      @Args(() => ServiceListArguments) list: ServiceListArguments,
    ): Promise<Connection<Service>> {
      return connectionUnder(context, providerList(context, list, area), scope.organizationId, list);
    }

    @FieldResolver(() => FigureConnection, {
      nullable: true,
      description: `Its figures that tell of services in ${about}, whoever gives those services, by handle.`,
    })
    figures(
      @Root() scope: AreaScope,
      @Ctx() context: SubgraphContext,
      @Args(() => PageArguments) page: PageArguments,
    ): Promise<Connection<FigureRow>> {
      return connectionUnder(context, figuresOfArea(context, area, scope.days), scope.organizationId, page);
    }
  }

  return { type: Area as ClassType, resolver: AreaResolver };
}
