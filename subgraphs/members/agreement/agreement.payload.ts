import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Agreement } from './agreement.entity';
import { loadAgreement } from './agreement.repository';

@ObjectType({ description: 'What became of an agreement.' })
export class AgreementPayload extends Payload {}

@Resolver(() => AgreementPayload)
export class AgreementPayloadResolver {
  @FieldResolver(() => Agreement, { nullable: true, description: 'The agreement.' })
  agreement(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Agreement | null> | null {
    return id === undefined ? null : loadAgreement(context, id);
  }
}
