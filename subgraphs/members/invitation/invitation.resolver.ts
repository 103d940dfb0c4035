import sql from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import { type Connection, connectionType, connectionUnder } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';
import { Invitation } from './invitation.entity';
import { openInvitation } from './invitation-link';

const InvitationConnection = connectionType(Invitation, 'Invitation');

@Resolver(() => Organization)
export class OrganizationInvitationsResolver {
  @FieldResolver(() => InvitationConnection, {
    nullable: true,
    description: 'Invitations to serve it, the newest first, with their states.',
  })
  invitations(
    @Root() { id }: Organization,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<Invitation>> {
    const list = {
      name: 'invitations',
      columns: columnsOf(Invitation),
      from: sql`members.invitation t`,
      where: [],
      orderBy: { name: 'invited_at', key: sql`t.id`, descending: true },
      perParent: sql`t.organization_id = parent.id`,
    };
    return connectionUnder(context, list, id, page);
  }
}

@Resolver(() => Invitation)
export class InvitationResolver {
  @Query(() => Invitation, {
    nullable: true,
    description:
      'The invitation whose link one has; null when it was taken up, withdrawn, has expired or never was.',
  })
  async invitation(
    @Arg('link', () => String, { description: 'The secret part of the link.' }) link: string,
    @Ctx() context: SubgraphContext,
  ): Promise<Invitation | null> {
    return (await openInvitation(context, link))?.invitation ?? null;
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation that invites.' })
  organization(
    @Root() { organizationId }: Invitation,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> {
    return loadById(context, Organization, organizationId);
  }

  @FieldResolver(() => String, { description: 'PENDING, ACCEPTED, REVOKED or EXPIRED.' })
  state(@Root() { acceptedAt, revokedAt, expiresAt }: Invitation): string {
    if (acceptedAt) return 'ACCEPTED';
    if (revokedAt) return 'REVOKED';
    return expiresAt.getTime() > Date.now() ? 'PENDING' : 'EXPIRED';
  }
}
