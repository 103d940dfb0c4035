import sql from 'sql-template-tag';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { type Connection, connectionType, connectionUnder } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';
import { Colleague } from '../person/colleague.entity';
import { loadColleague } from '../person/load-colleague';
import { RoleProposal } from './role-proposal.entity';

const RoleProposalConnection = connectionType(RoleProposal, 'RoleProposal');

@Resolver(() => Organization)
export class OrganizationRoleProposalsResolver {
  @FieldResolver(() => RoleProposalConnection, {
    nullable: true,
    description: 'Sensitive roles that were proposed there, the newest first.',
  })
  roleProposals(
    @Root() { id }: Organization,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<RoleProposal>> {
    const list = {
      name: 'roleProposals',
      columns: columnsOf(RoleProposal),
      from: sql`members.role_proposal t`,
      where: [],
      orderBy: { name: 'proposed_at', key: sql`t.id`, descending: true },
      perParent: sql`t.organization_id = parent.id`,
    };
    return connectionUnder(context, list, id, page);
  }
}

@Resolver(() => RoleProposal)
export class RoleProposalResolver {
  @FieldResolver(() => Colleague, { nullable: true, description: 'Who is to get the role.' })
  person(
    @Root() { organizationId, personId }: RoleProposal,
    @Ctx() context: SubgraphContext,
  ): Promise<Colleague | null> {
    return loadColleague(context, organizationId, personId);
  }

  @FieldResolver(() => Colleague, { nullable: true, description: 'Who proposed it.' })
  proposer(
    @Root() { organizationId, proposedBy }: RoleProposal,
    @Ctx() context: SubgraphContext,
  ): Promise<Colleague | null> {
    return loadColleague(context, organizationId, proposedBy);
  }
}
