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
import { coalitionId } from '../../../shared/coalition';
import { loadById } from '../../../shared/database/load-rows';
import { insertRow } from '../../../shared/database/write-rows';
import { checkEmail } from '../../../shared/identity/email';
import { hashesOf } from '../../../shared/identity/secret';
import { roles as allRoles, type Role } from '../../../shared/identity/viewer';
import { canonicalTag } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import { newId, requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { hasAdmin } from '../role/has-admin';
import { Invitation } from './invitation.entity';
import { newInvitationLink } from './invitation-link';

@InputType({ description: 'Whom to invite, and to what.' })
export class InvitationCreateInput extends CreatingInput {
  @Field({
    description: 'The e-mail address that the account will have. The hub sends no mail: pass the link on.',
  })
  email!: string;

  @Field(() => [String], {
    description: 'ORG_ADMIN, CASEWORKER, CAMPAIGNER, VIEWER, and COALITION_STAFF in the coalition.',
  })
  roles!: string[];

  @Field(() => String, { nullable: true, description: 'BCP 47 tag of the language to write to them in.' })
  language?: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'For the coalition’s staff: an organisation without an administrator, whose first one (ORG_ADMIN alone) is invited.',
  })
  organization?: string;
}

@ObjectType({ description: 'What became of it.' })
export class InvitationCreatePayload extends Payload {}

@Resolver(() => InvitationCreatePayload)
export class InvitationCreateResolver {
  @Mutation(() => InvitationCreatePayload, {
    nullable: true,
    description: 'Invites somebody to serve one’s own organisation, for seven days. The link is shown once.',
  })
  async invitationCreate(
    @Arg('input', () => InvitationCreateInput, { description: 'Whom to invite.' })
    input: InvitationCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { session, viewer, identityKeys } = context;
    const organizationId =
      input.organization == null ? viewer.organizationId! : requireId('Organization', input.organization);
    const firstAdmin = organizationId !== viewer.organizationId;
    const roles = await checkRoles(context, input.roles, organizationId, firstAdmin);
    const language = input.language == null ? null : canonicalTag(input.language.slice(0, 36));
    if (language === undefined) refuse('INVALID', 'language');
    const id = newId('Invitation');
    const link = newInvitationLink();
    await insertRow(session, Invitation, {
      organizationId,
      id,
      email: checkEmail(input.email),
      roles,
      language,
      firstAdmin,
      linkKey: hashesOf(identityKeys.identity, link)[0]!,
      invitedBy: viewer.personId,
    });
    return { id, once: { link } };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The secret part of the link, for `invitation` and `invitationAccept`. Shown once.',
  })
  link(@Root() { once }: { once?: { link: string } }): string | null {
    return once?.link ?? null;
  }

  @FieldResolver(() => Invitation, { nullable: true, description: 'The invitation.' })
  invitation(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Invitation | null> | null {
    return id === undefined ? null : loadById(context, Invitation, id);
  }
}

async function checkRoles(
  context: SubgraphContext,
  given: readonly string[],
  organizationId: string,
  firstAdmin: boolean,
): Promise<string[]> {
  const roles = [...new Set(given)];
  if (roles.length === 0) refuse('REQUIRED', 'roles');
  if (!roles.every((role) => allRoles.includes(role as Role))) refuse('INVALID', 'roles');
  if (roles.includes('COALITION_STAFF') && organizationId !== coalitionId) refuse('INVALID', 'roles');
  if (!firstAdmin) {
    // Staff of the coalition invite for others only; what they may not see is not there.
    if (!context.viewer.roles.includes('ORG_ADMIN')) refuse('NOT_FOUND');
    return roles;
  }
  if (!context.viewer.roles.includes('COALITION_STAFF')) refuse('NOT_FOUND', 'organization');
  if (roles.join() !== 'ORG_ADMIN') refuse('INVALID', 'roles');
  if (await hasAdmin(context, organizationId)) refuse('NOT_FOUND', 'organization');
  return roles;
}
