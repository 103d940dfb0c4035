import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ApiClient } from './api-client.entity';
import { ApiKey } from './api-key.entity';

@ObjectType({ description: 'What became of the tool.' })
export class ApiClientPayload extends Payload {}

@ObjectType({ description: 'What became of the key.' })
export class ApiKeyPayload extends Payload {}

@ObjectType({ description: 'A new key.' })
export class ApiKeySecretPayload extends Payload {}

interface Done {
  readonly id?: string;
  readonly once?: { readonly secret: string };
}

const keyOf = ({ id }: Done, context: SubgraphContext): Promise<ApiKey | null> | null =>
  id === undefined ? null : loadById(context, ApiKey, id);

@Resolver(() => ApiClientPayload)
export class ApiClientPayloadResolver {
  @FieldResolver(() => ApiClient, { nullable: true, description: 'The tool.' })
  client(@Root() { id }: Done, @Ctx() context: SubgraphContext): Promise<ApiClient | null> | null {
    return id === undefined ? null : loadById(context, ApiClient, id);
  }
}

@Resolver(() => ApiKeyPayload)
export class ApiKeyPayloadResolver {
  @FieldResolver(() => ApiKey, {
    nullable: true,
    description: 'The key; null to one that is not taken any more.',
  })
  key(@Root() done: Done, @Ctx() context: SubgraphContext): Promise<ApiKey | null> | null {
    return keyOf(done, context);
  }
}

@Resolver(() => ApiKeySecretPayload)
export class ApiKeySecretPayloadResolver {
  @FieldResolver(() => ApiKey, { nullable: true, description: 'What is known of the key.' })
  key(@Root() done: Done, @Ctx() context: SubgraphContext): Promise<ApiKey | null> | null {
    return keyOf(done, context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The key itself, to send as `Authorization: Bearer thk_…`. Shown this once and never again, not to a repeated request either.',
  })
  secret(@Root() { once }: Done): string | null {
    return once?.secret ?? null;
  }
}
