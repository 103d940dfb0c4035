import sql from 'sql-template-tag';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { TranslationInput, toTranslations } from '../../../shared/language/translation-input';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import { newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';
import { openInvitation } from './invitation-link';
import { newPerson } from './new-person';

@InputType({ description: 'To take up an invitation.' })
export class InvitationAcceptInput {
  @Field({ description: 'The secret part of its link.' })
  link!: string;

  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'One’s name; not for those who are signed in already.',
  })
  name?: TranslationInput[];

  @Field(() => String, {
    nullable: true,
    description:
      'A password of at least 12 characters; not for those who are signed in already. With a token of the organisation’s identity provider it may be left out.',
  })
  password?: string;
}

@ObjectType({ description: 'What became of it.' })
export class InvitationAcceptPayload extends Payload {
  @Field(() => [String], {
    nullable: true,
    description:
      'Roles that count only once a second person approves; until there is another, one cannot sign in.',
  })
  waiting!: readonly string[] | null;
}

@Resolver(() => InvitationAcceptPayload)
export class InvitationAcceptResolver {
  @Mutation(() => InvitationAcceptPayload, {
    nullable: true,
    description:
      'Takes up an invitation: with a new account, with the account one is signed in with, or with a token of the organisation’s identity provider.',
  })
  async invitationAccept(
    @Arg('input', () => InvitationAcceptInput, { description: 'What to take up.' })
    { link, name, password }: InvitationAcceptInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { session, viewer } = context;
    const open = await openInvitation(context, link, true);
    if (!open) refuse('LINK_REFUSED', 'link');
    if (viewer.personId === null) {
      if (!name) refuse('REQUIRED', 'name');
      const person = { name: toTranslations(name, 'name'), password: password ?? null };
      await newPerson(context, open.invitation, person);
    }
    const proposals = open.invitation.roles.map(() => newId('RoleProposal'));
    const [row] = await session.rows<{ accepted: { organizationId: string; waiting: string[] } | null }>(
      sql`select members.accept_invitation(${open.keys}, ${proposals}) as accepted`,
    );
    if (!row!.accepted) refuse('LINK_REFUSED', 'link');
    return { ...row!.accepted };
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation one serves now.' })
  organization(
    @Root() { organizationId }: { organizationId?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> | null {
    return organizationId === undefined ? null : loadById(context, Organization, organizationId);
  }
}
