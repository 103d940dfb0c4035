import sql, { type Sql } from 'sql-template-tag';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { updateRow, updateRows } from '../../../shared/database/write-rows';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Invitation } from '../invitation/invitation.entity';
import { personResolver } from '../role/role-of-colleague';
import { RoleProposal } from '../role/role-proposal.entity';
import { Colleague } from './colleague.entity';
import { requireColleague } from './load-colleague';

@InputType({ description: 'Who leaves.' })
export class AccountDeactivateInput {
  @Field(() => ID, { description: 'The person.' })
  person!: string;
}

@ObjectType({ description: 'What became of it.' })
export class AccountDeactivatePayload extends Payload {}

export const AccountDeactivatePersonResolver = personResolver(AccountDeactivatePayload);

@Resolver()
export class AccountDeactivateResolver {
  @Mutation(() => AccountDeactivatePayload, {
    nullable: true,
    description:
      'Takes every role that somebody has in one’s own organisation and ends their sign-ins there; it counts on their next request. Other organisations of theirs are not touched.',
  })
  async accountDeactivate(
    @Arg('input', () => AccountDeactivateInput, { description: 'Who leaves.' }) {
      person,
    }: AccountDeactivateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { session, viewer } = context;
    const { id: personId, organizationId } = await requireColleague(context, person);
    const here = (column: Sql) => sql`t.organization_id = ${organizationId} and ${column} = ${personId}`;
    await session.rows(sql`delete from members.role_grant t where ${here(sql`t.person_id`)}`);
    await session.rows(sql`delete from members.sensitive_role_grant t where ${here(sql`t.person_id`)}`);
    await session.rows(sql`select members.end_sign_ins(${personId})`);
    await updateRow(session, Colleague, { leftAt: new Date() }, here(sql`t.id`));
    // What they were to get, and whom they have let in, goes with them.
    const dismissed = { state: 'DISMISSED', decidedBy: viewer.personId };
    await updateRows(
      session,
      RoleProposal,
      dismissed,
      sql`${here(sql`t.person_id`)} and t.state = 'PROPOSED'`,
    );
    const open = sql`${here(sql`t.invited_by`)} and t.accepted_at is null and t.revoked_at is null`;
    await updateRows(session, Invitation, { revokedAt: new Date() }, open);
    return { personId };
  }
}
