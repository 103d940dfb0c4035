import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadCampaignRef } from '../../../shared/campaign-link/campaign-link';
import { loadById } from '../../../shared/database/load-rows';
import { loadCodes, loadTerms } from '../../../shared/database/tags';
import { FigureFilter, type FigureRow } from '../../../shared/figure/reported-figure';
import {
  type Connection,
  connection,
  connectionType,
  connectionUnder,
} from '../../../shared/schema/connection';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, term, termOrNull } from '../../../shared/taxonomy/term';
import { Place, type PlaceRecord, Term } from '../../../shared/taxonomy/term.type';
import { CampaignLink } from '../campaign-link';
import { FigureConnection } from '../figure/figures';
import { figuresOfService } from '../figure/linked-figures';
import { Campaign, Organization } from '../stubs';
import { Service, ServiceTag } from './service.entity';
import { ServiceListArguments } from './service.inputs';
import { serviceList } from './service.repository';

export const ServiceConnection = connectionType(Service, 'Service');

@Resolver(() => Service)
export class ServiceResolver {
  @Query(() => ServiceConnection, {
    nullable: true,
    description: 'The service directory of the whole coalition, by name.',
  })
  services(
    @Ctx() context: SubgraphContext,
    @Args(() => ServiceListArguments) list: ServiceListArguments,
  ): Promise<Connection<Service>> {
    return connection(context, serviceList(context, list), list);
  }

  @Query(() => Service, {
    nullable: true,
    description: 'One service; null when there is none that you may see.',
  })
  service(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Service | null> {
    return loadById(context, Service, requireId('Service', id));
  }

  @Directive('@inaccessible')
  @FieldResolver(() => ID, {
    description: 'Points at the entity between subgraphs; not part of the public schema.',
  })
  ref(@Root() service: Service): string {
    return service.id;
  }

  @FieldResolver(() => Term, { description: 'What kind of service it is (`serviceCategories`).' })
  category(@Root() service: Service): TermRecord {
    return term('serviceCategories', service.category);
  }

  @FieldResolver(() => Term, {
    description: 'The area its category belongs to: legal help, language access, … (`serviceAreas`).',
  })
  area(@Root() service: Service): TermRecord {
    return term('serviceAreas', term('serviceCategories', service.category).raw.area!);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation that gives it.' })
  provider(@Root() service: Service): EntityReference | null {
    return pointTo(service.organizationId);
  }

  @FieldResolver(() => Campaign, {
    nullable: true,
    description: 'The campaign or programme it is given in.',
  })
  campaign(@Root() service: Service, @Ctx() context: SubgraphContext): Promise<EntityReference | null> {
    return loadCampaignRef(context, CampaignLink, service.id);
  }

  @FieldResolver(() => [Term], {
    description: 'The languages that the source names (`languages`); often fewer than `languageCount`.',
  })
  languages(@Root() service: Service, @Ctx() context: SubgraphContext): Promise<TermRecord[]> {
    return loadTerms(context, ServiceTag, service.id, 'languages');
  }

  @FieldResolver(() => [Term], { description: 'The people it is meant for (`audiences`).' })
  audiences(@Root() service: Service, @Ctx() context: SubgraphContext): Promise<TermRecord[]> {
    return loadTerms(context, ServiceTag, service.id, 'audiences');
  }

  @FieldResolver(() => [Place], {
    description: 'Where it is given; empty where the source names no place.',
  })
  places(@Root() service: Service, @Ctx() context: SubgraphContext): Promise<PlaceRecord[]> {
    return loadTerms(context, ServiceTag, service.id, 'places');
  }

  @FieldResolver(() => Term, {
    nullable: true,
    description:
      'What it costs those who use it (`costKinds`); null where the source does not say, which is not “free”.',
  })
  cost(@Root() service: Service): TermRecord | null {
    return termOrNull('costKinds', service.cost);
  }

  @FieldResolver(() => [Organization], {
    nullable: 'itemsAndList',
    description: 'The organisations that it refers people to.',
  })
  async referralTo(@Root() service: Service, @Ctx() context: SubgraphContext): Promise<EntityReference[]> {
    const ids = await loadCodes(context, ServiceTag, service.id, 'referralTo');
    return ids.map((ref) => ({ ref }));
  }

  @FieldResolver(() => FigureConnection, {
    nullable: true,
    description: 'Figures of this part of the hub that tell of the service, the main one first.',
  })
  serviceFigures(
    @Root() service: Service,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => FigureFilter, filterArgument)
    filter?: FigureFilter,
  ): Promise<Connection<FigureRow>> {
    return connectionUnder(context, figuresOfService(context, filter), service.id, page);
  }
}
