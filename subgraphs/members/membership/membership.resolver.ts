import sql from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import { groupBy } from '../../../shared/group-by';
import { type Connection, connection, connectionType } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireCode, type TermRecord, term } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { OrganizationCredit } from '../credit/organization-credit.entity';
import { Organization } from '../organization/organization.entity';
import { Membership } from './membership.entity';
import { MembershipChange } from './membership-change.entity';

const MembershipConnection = connectionType(Membership, 'Membership');

@Resolver(() => Organization)
export class OrganizationMembershipResolver {
  @FieldResolver(() => Membership, {
    nullable: true,
    description: 'Null for a directory entry: known to the coalition, not a member.',
  })
  membership(@Root() { id }: Organization, @Ctx() context: SubgraphContext): Promise<Membership | null> {
    return loadById(context, Membership, id);
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  @Query(() => MembershipConnection, {
    nullable: true,
    description: 'Memberships; the coalition’s staff also see those that are suspended or have ended.',
  })
  memberships(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('status', () => String, {
      nullable: true,
      description: 'Code of a status (taxonomy `membershipStatuses`).',
    })
    status?: string,
  ): Promise<Connection<Membership>> {
    const where = status == null ? [] : [sql`t.status = ${requireCode('membershipStatuses', status)}`];
    return connection(
      context,
      {
        name: 'memberships',
        columns: columnsOf(Membership),
        from: sql`members.membership t`,
        where,
        orderBy: { name: 'id', key: sql`t.id` },
      },
      page,
    );
  }

  @FieldResolver(() => Term, {
    description: 'Where it is in the membership lifecycle (`membershipStatuses`).',
  })
  status(@Root() { status }: Membership): TermRecord {
    return term('membershipStatuses', status);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation; null while it is suspended and once it has left, but for its own people.',
  })
  organization(@Root() { id }: Membership, @Ctx() context: SubgraphContext): Promise<Organization | null> {
    return loadById(context, Organization, id);
  }

  @FieldResolver(() => OrganizationCredit, {
    nullable: true,
    description: 'Its name, which stays known whatever becomes of the membership.',
  })
  credit(@Root() { id }: Membership, @Ctx() context: SubgraphContext): Promise<OrganizationCredit | null> {
    return loadById(context, OrganizationCredit, id);
  }

  @FieldResolver(() => [MembershipChange], {
    nullable: true,
    description: 'What was decided about it, the newest first, as far as you may see it.',
  })
  changes(@Root() { id }: Membership, @Ctx() context: SubgraphContext): Promise<MembershipChange[]> {
    return context
      .loader<string, MembershipChange[]>('membership changes', async (ids) => {
        const rows = await context.session.rows<MembershipChange>(sql`
select ${columnsOf(MembershipChange)} from members.membership_change t
where t.organization_id = any(${ids}) order by t.at desc, t.id desc`);
        const byOwner = groupBy(rows, (row) => row.organizationId);
        return ids.map((wanted) => byOwner.get(wanted) ?? []);
      })
      .load(id);
  }
}

@Resolver(() => MembershipChange)
export class MembershipChangeResolver {
  @FieldResolver(() => Term, { description: 'What it became (`membershipStatuses`).' })
  status(@Root() { status }: MembershipChange): TermRecord {
    return term('membershipStatuses', status);
  }
}
