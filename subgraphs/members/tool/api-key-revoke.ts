import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ApiKey } from './api-key.entity';
import { ApiKeyRevokeInput } from './tool.inputs';
import { ApiKeyPayload } from './tool.payloads';

@Resolver()
export class ApiKeyRevokeResolver {
  @Mutation(() => ApiKeyPayload, {
    nullable: true,
    description:
      'Takes a key back from the next request on: an admin any of the organisation’s, a tool the one it asks with.',
  })
  async apiKeyRevoke(
    @Arg('input', () => ApiKeyRevokeInput, { description: 'Which one.' }) { key }: ApiKeyRevokeInput,
    @Ctx() { session, viewer }: SubgraphContext,
  ): Promise<{ id: string }> {
    const id = key == null ? viewer.tool?.keyId : requireId('ApiKey', key);
    if (id === undefined) refuse('REQUIRED', 'key');
    const stillTaken = sql`t.id = ${id} and (t.revoked_at is null or t.revoked_at > now())`;
    await updateRow(session, ApiKey, { revokedAt: new Date() }, stillTaken);
    return { id };
  }
}
