import { Ctx, Field, FieldResolver, ID, InputType, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Membership } from './membership.entity';

@InputType({ description: 'Which member, and why.' })
export class MembershipInput {
  @Field(() => ID, { description: 'The organisation.' })
  organization!: string;

  @Field({ description: 'Why; the organisation reads it.' })
  reason!: string;
}

@ObjectType({ description: 'What became of a membership.' })
export class MembershipPayload extends Payload {}

@Resolver(() => MembershipPayload)
export class MembershipPayloadResolver {
  @FieldResolver(() => Membership, { nullable: true, description: 'The membership.' })
  membership(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Membership | null> | null {
    return id === undefined ? null : loadById(context, Membership, id);
  }
}
