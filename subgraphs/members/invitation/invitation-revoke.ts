import sql from 'sql-template-tag';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { updateRow } from '../../../shared/database/write-rows';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload } from '../../../shared/mutation/user-errors';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Invitation } from './invitation.entity';

@InputType({ description: 'Which invitation to withdraw.' })
export class InvitationRevokeInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitation!: string;
}

@ObjectType({ description: 'What became of it.' })
export class InvitationRevokePayload extends Payload {}

@Resolver(() => InvitationRevokePayload)
export class InvitationRevokeResolver {
  @Mutation(() => InvitationRevokePayload, {
    nullable: true,
    description: 'Withdraws an invitation that nobody has taken up; its link is void at once.',
  })
  async invitationRevoke(
    @Arg('input', () => InvitationRevokeInput, { description: 'Which one.' }) {
      invitation,
    }: InvitationRevokeInput,
    @Ctx() { session }: SubgraphContext,
  ): Promise<MutationResult> {
    const id = requireId('Invitation', invitation);
    const open = sql`t.id = ${id} and t.accepted_at is null and t.revoked_at is null`;
    await updateRow(session, Invitation, { revokedAt: new Date() }, open);
    return { id };
  }

  @FieldResolver(() => Invitation, { nullable: true, description: 'The invitation.' })
  invitation(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Invitation | null> | null {
    return id === undefined ? null : loadById(context, Invitation, id);
  }
}
