import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { FigureFilter, type FigureRow } from '../../../shared/figure/reported-figure';
import { type Connection, connectionUnder } from '../../../shared/schema/connection';
import type { EntityReference } from '../../../shared/schema/entity-stub';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { FigureConnection } from '../figure/figures';
import { figuresOfCampaign } from '../figure/linked-figures';
import { Campaign } from '../stubs';
import type { Service } from './service.entity';
import { ServiceListArguments } from './service.inputs';
import { campaignList, loadCampaignSteps } from './service.repository';
import { ServiceConnection } from './service.resolver';
import { ServiceStep, throughArgument, toSteps } from './service-step';

@Resolver(() => Campaign)
export class CampaignServicesResolver {
  @FieldResolver(() => ServiceConnection, {
    nullable: true,
    description: 'The services given in it, by name.',
  })
  services(
    @Root() campaign: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => ServiceListArguments) list: ServiceListArguments,
  ): Promise<Connection<Service>> {
    return connectionUnder(context, campaignList(context, list), campaign.ref, list);
  }

  @FieldResolver(() => [ServiceStep], {
    nullable: true,
    description: 'The steps it takes people through, first to last; empty when its services have no order.',
  })
  async steps(
    @Root() campaign: EntityReference,
    @Ctx() context: SubgraphContext,
    @Arg('through', () => String, throughArgument) through?: string,
  ): Promise<ServiceStep[]> {
    return toSteps(await loadCampaignSteps(context, campaign.ref), through);
  }

  @FieldResolver(() => FigureConnection, {
    nullable: true,
    description: 'Its figures about services and the people they reach, by handle.',
  })
  serviceFigures(
    @Root() campaign: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => FigureFilter, filterArgument)
    filter?: FigureFilter,
  ): Promise<Connection<FigureRow>> {
    return connectionUnder(context, figuresOfCampaign(context, filter), campaign.ref, page);
  }
}
