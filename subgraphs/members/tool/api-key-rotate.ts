import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { updateRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ApiKey } from './api-key.entity';
import { grantKey, type NewKey } from './grant-key';
import { ApiKeyRotateInput } from './tool.inputs';
import { ApiKeySecretPayload } from './tool.payloads';

const hour = 3_600_000;
const longestOverlap = 7 * 24;

@Resolver()
export class ApiKeyRotateResolver {
  @Mutation(() => ApiKeySecretPayload, {
    nullable: true,
    description:
      'Makes a new key that may do what an old one may, granted by whoever rotates it; the old one is taken for a while yet, so that the tool can change over.',
  })
  async apiKeyRotate(
    @Arg('input', () => ApiKeyRotateInput, { description: 'Which one, and for how long both are taken.' })
    { key, expiresAt, overlapHours }: ApiKeyRotateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<NewKey> {
    if (overlapHours < 0 || overlapHours > longestOverlap) refuse('TIME_OUT_OF_RANGE', 'overlapHours');
    const old = await loadById(context, ApiKey, requireId('ApiKey', key));
    if (!old) refuse('NOT_FOUND', 'key');
    const inUse = sql`t.id = ${old.id} and t.revoked_at is null and t.expires_at > now()`;
    const revokedAt = new Date(Date.now() + overlapHours * hour);
    await updateRow(context.session, ApiKey, { revokedAt }, inUse);
    const { clientId, scopes, addresses } = old;
    return grantKey(context, { clientId, scopes, addresses, expiresAt });
  }
}
