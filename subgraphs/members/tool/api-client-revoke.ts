import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ApiClient } from './api-client.entity';
import { ApiClientRevokeInput } from './tool.inputs';
import { ApiClientPayload } from './tool.payloads';

@Resolver()
export class ApiClientRevokeResolver {
  @Mutation(() => ApiClientPayload, {
    nullable: true,
    description: 'Shuts a tool out for good: none of its keys is taken from the next request on.',
  })
  async apiClientRevoke(
    @Arg('input', () => ApiClientRevokeInput, { description: 'Which one.' }) { client }: ApiClientRevokeInput,
    @Ctx() { session }: SubgraphContext,
  ): Promise<{ id: string }> {
    const id = requireId('ApiClient', client);
    await updateRow(
      session,
      ApiClient,
      { revokedAt: new Date() },
      sql`t.id = ${id} and t.revoked_at is null`,
    );
    return { id };
  }
}
