import sql from 'sql-template-tag';
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { groupBy } from '../../../shared/group-by';
import { VersionState } from '../../../shared/sharing/sharing-version';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';
import {
  asNarrowings,
  Narrowing,
  type OrgPolicyContent,
  OrgPolicyVersion,
  undecided,
} from './org-policy.entity';

@ObjectType({
  description:
    'What an organisation decides about its people, its tools and its part in statistics. Its own people see it.',
})
export class OrganizationPolicy {
  @Field(() => OrgPolicyVersion, {
    nullable: true,
    description:
      'What counts now; null while nothing was decided: nothing is taken away, and it takes part in nothing.',
  })
  inForce!: OrgPolicyVersion | null;

  @Field(() => OrgPolicyVersion, {
    nullable: true,
    description: 'What waits for a second admin, or for its day.',
  })
  proposal!: OrgPolicyVersion | null;

  @Field(() => [OrgPolicyVersion], {
    description: 'What was proposed and in force so far, the newest first.',
  })
  versions!: readonly OrgPolicyVersion[];
}

/** The policy of the viewer's own organisation, or null for another one. */
export async function loadPolicy(
  context: SubgraphContext,
  organizationId: string,
): Promise<OrganizationPolicy | null> {
  if (organizationId !== context.viewer.organizationId) return null;
  const versions = await context
    .loader<string, OrgPolicyVersion[]>('policy versions', async (ids) => {
      const rows = await context.session.rows<OrgPolicyVersion>(sql`
select ${columnsOf(OrgPolicyVersion)} from members.org_policy t
where t.organization_id = any(${ids}) order by t.version desc`);
      const byOwner = groupBy(rows, (row) => row.organizationId);
      return ids.map((id) => byOwner.get(id) ?? []);
    })
    .load(organizationId);
  const inState = (state: VersionState) => versions.find((version) => version.state === state) ?? null;
  return { inForce: inState(VersionState.IN_FORCE), proposal: inState(VersionState.PROPOSED), versions };
}

/** What counts for the viewer's own organisation now. */
export async function contentInForce(context: SubgraphContext): Promise<OrgPolicyContent> {
  return (await loadPolicy(context, context.viewer.organizationId!))?.inForce ?? undecided;
}

@Resolver(() => Organization)
export class OrganizationPolicyResolver {
  @FieldResolver(() => OrganizationPolicy, {
    nullable: true,
    description: 'Its policy; null for another organisation than one’s own.',
  })
  policy(@Root() { id }: Organization, @Ctx() context: SubgraphContext): Promise<OrganizationPolicy | null> {
    return loadPolicy(context, id);
  }
}

@Resolver(() => OrgPolicyVersion)
export class OrgPolicyVersionResolver {
  @FieldResolver(() => [Narrowing], { description: 'What its roles and tools may not do.' })
  narrowed(@Root() { narrowedRights }: OrgPolicyVersion): Narrowing[] {
    return asNarrowings(narrowedRights);
  }
}
