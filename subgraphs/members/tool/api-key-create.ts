import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { readAddresses } from './addresses';
import { grantKey, type NewKey } from './grant-key';
import { ApiKeyCreateInput } from './tool.inputs';
import { ApiKeySecretPayload } from './tool.payloads';

@Resolver()
export class ApiKeyCreateResolver {
  @Mutation(() => ApiKeySecretPayload, {
    nullable: true,
    description:
      'Makes a key for a tool. It may do what its scopes name, as long as the person who made it may do that too; who loses a role takes it from their keys.',
  })
  async apiKeyCreate(
    @Arg('input', () => ApiKeyCreateInput, { description: 'What it may do.' })
    { client, scopes, expiresAt, addresses = [] }: ApiKeyCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<NewKey> {
    if (scopes.length === 0) refuse('REQUIRED', 'scopes');
    const places = await readAddresses(context, addresses);
    return grantKey(context, { clientId: client, scopes, expiresAt, addresses: places });
  }
}
