import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';
import { ApiClient } from './api-client.entity';
import { ApiKey } from './api-key.entity';
import { loadClientsOf, loadKeysOf } from './tool.repository';

@Resolver(() => ApiKey)
export class ViewerToolResolver {
  @Query(() => ApiKey, {
    nullable: true,
    description: 'What is known of the API key that this request shows; null for a person.',
  })
  viewerTool(@Ctx() context: SubgraphContext): Promise<ApiKey | null> | null {
    const { tool } = context.viewer;
    return tool && loadById(context, ApiKey, tool.keyId);
  }
}

@Resolver(() => Organization)
export class OrganizationToolsResolver {
  @FieldResolver(() => [ApiClient], {
    nullable: true,
    description: 'The tools that act for it, the oldest first; for its admins.',
  })
  apiClients(@Root() { id }: Organization, @Ctx() context: SubgraphContext): Promise<ApiClient[]> {
    return loadClientsOf(context, id);
  }
}

@Resolver(() => ApiClient)
export class ApiClientResolver {
  @FieldResolver(() => [ApiKey], { description: 'Its keys, the oldest first, with those that are over.' })
  keys(@Root() { id }: ApiClient, @Ctx() context: SubgraphContext): Promise<ApiKey[]> {
    return loadKeysOf(context, id);
  }
}
