import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Connection, connectionUnder } from '../../../shared/schema/connection';
import type { EntityReference } from '../../../shared/schema/entity-stub';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../stubs';
import type { Service } from './service.entity';
import { ServiceFilter } from './service.inputs';
import { providerList, referringList } from './service.repository';
import { ServiceConnection } from './service.resolver';

@Resolver(() => Organization)
export class OrganizationServicesResolver {
  @FieldResolver(() => ServiceConnection, {
    nullable: true,
    description: 'The services that it gives, by name.',
  })
  services(
    @Root() organization: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ServiceFilter, filterArgument)
    filter?: ServiceFilter,
  ): Promise<Connection<Service>> {
    return connectionUnder(context, providerList(context, filter), organization.ref, page);
  }

  @FieldResolver(() => ServiceConnection, {
    nullable: true,
    description: 'The services, of any organisation, that refer people to it, by name.',
  })
  referredBy(
    @Root() organization: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ServiceFilter, filterArgument)
    filter?: ServiceFilter,
  ): Promise<Connection<Service>> {
    return connectionUnder(context, referringList(context, filter), organization.ref, page);
  }
}
