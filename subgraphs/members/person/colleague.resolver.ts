import sql from 'sql-template-tag';
import { Args, Ctx, Directive, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { orderByName } from '../../../shared/database/order-by-name';
import { groupBy } from '../../../shared/group-by';
import { type Connection, connectionType, connectionUnder } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';
import { Colleague } from './colleague.entity';

const ColleagueConnection = connectionType(Colleague, 'Colleague');

@Resolver(() => Organization)
export class OrganizationPeopleResolver {
  @FieldResolver(() => ColleagueConnection, {
    nullable: true,
    description: 'The people who serve it, and those who did, by name.',
  })
  people(
    @Root() { id }: Organization,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<Colleague>> {
    const list = {
      name: 'people',
      columns: columnsOf(Colleague),
      from: sql`members.colleague t`,
      where: [],
      orderBy: orderByName(context),
      perParent: sql`t.organization_id = parent.id`,
    };
    return connectionUnder(context, list, id, page);
  }
}

@Resolver(() => Colleague)
export class ColleagueResolver {
  @Directive('@inaccessible')
  @FieldResolver(() => ID, {
    description: 'Points at the colleague between subgraphs: organisation and person.',
  })
  ref(@Root() { organizationId, id }: Colleague): string {
    return `${organizationId} ${id}`;
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description:
      'Which of VIEWER, CAMPAIGNER and COALITION_STAFF they hold; null or empty where that is not yours to see.',
  })
  roles(@Root() colleague: Colleague, @Ctx() context: SubgraphContext): Promise<string[]> {
    return rolesIn('role_grant', colleague, context);
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: 'Which of ORG_ADMIN and CASEWORKER they hold; null or empty where that is not yours to see.',
  })
  sensitiveRoles(@Root() colleague: Colleague, @Ctx() context: SubgraphContext): Promise<string[]> {
    return rolesIn('sensitive_role_grant', colleague, context);
  }
}

interface Held {
  readonly holder: string;
  readonly role: string;
}

/** The roles of all colleagues of a tick are one statement. */
function rolesIn(
  table: 'role_grant' | 'sensitive_role_grant',
  { organizationId, id }: Colleague,
  context: SubgraphContext,
): Promise<string[]> {
  const holder = sql`t.organization_id || ' ' || t.person_id`;
  const held = {
    role_grant: sql`members.role_grant t`,
    sensitive_role_grant: sql`members.sensitive_role_grant t`,
  }[table];
  return context
    .loader<string, string[]>(`${table} of colleagues`, async (holders) => {
      const people = holders.map((one) => one.split(' ')[1]!);
      const rows = await context.session.rows<Held>(sql`
select ${holder} as holder, t.role from ${held} where t.person_id = any(${people}) order by t.role`);
      const byHolder = groupBy(rows, (row) => row.holder);
      return holders.map((one) => (byHolder.get(one) ?? []).map(({ role }) => role));
    })
    .load(`${organizationId} ${id}`);
}
