import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Connection, connectionUnder } from '../../../shared/schema/connection';
import type { EntityReference } from '../../../shared/schema/entity-stub';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../stubs';
import type { Service } from './service.entity';
import { ServiceListArguments } from './service.inputs';
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
    @Args(() => ServiceListArguments) list: ServiceListArguments,
  ): Promise<Connection<Service>> {
    return connectionUnder(context, providerList(context, list), organization.ref, list);
  }

  @FieldResolver(() => ServiceConnection, {
    nullable: true,
    description: 'The services, of any organisation, that refer people to it, by name.',
  })
  referredBy(
    @Root() organization: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => ServiceListArguments) list: ServiceListArguments,
  ): Promise<Connection<Service>> {
    return connectionUnder(context, referringList(context, list), organization.ref, list);
  }
}
