import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { FigureRow } from '../../../shared/figure/reported-figure';
import type { ImpactScope } from '../../../shared/impact/impact-report';
import { listInScope } from '../../../shared/impact/list-in-scope';
import type { Connection } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { FigureConnection, ImpactPart } from '../figure/figures';
import { figuresOfArea } from '../figure/linked-figures';
import type { Service } from '../service/service.entity';
import { providerList } from '../service/service.repository';
import { ServiceConnection } from '../service/service.resolver';

/** What this subgraph adds to its part of an impact report besides the figures that every part has. */
@Resolver(() => ImpactPart)
export class ServicesImpactResolver {
  @FieldResolver(() => ServiceConnection, {
    nullable: true,
    description:
      'The services of the organisation, or of the whole coalition, by name. The sources do not date services, so the report’s time does not narrow them.',
  })
  services(
    @Root() scope: ImpactScope,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<Service>> {
    return listInScope(context, providerList(context), scope, page);
  }

  @FieldResolver(() => FigureConnection, {
    description: 'Figures of the report’s time that tell of language access services, by handle.',
  })
  languageAccess(
    @Root() scope: ImpactScope,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<FigureRow>> {
    return listInScope(context, figuresOfArea(context, 'LANGUAGE_ACCESS', scope.days), scope, page);
  }

  @FieldResolver(() => FigureConnection, {
    description: 'Figures of the report’s time that tell of assistance, by handle.',
  })
  assistance(
    @Root() scope: ImpactScope,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<FigureRow>> {
    return listInScope(context, figuresOfArea(context, 'ASSISTANCE', scope.days), scope, page);
  }

  @FieldResolver(() => FigureConnection, {
    description: 'Figures of the report’s time that tell of assisted return and reintegration, by handle.',
  })
  assistedReturn(
    @Root() scope: ImpactScope,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<FigureRow>> {
    return listInScope(context, figuresOfArea(context, 'RETURN', scope.days), scope, page);
  }
}
