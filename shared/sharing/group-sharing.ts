import sql, { raw } from 'sql-template-tag';
import {
  type ClassType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { columnsOf } from '../database/columns';
import { groupBy } from '../group-by';
import { Payload } from '../mutation/user-errors';
import { SharingLevelName } from '../permission/sharing-level.type';
import type { SubgraphContext } from '../subgraph/context';
import { readLevel } from './row-levels';
import { bounds } from './sharing-policy';
import { SharingVersion, VersionState } from './sharing-version';

@Directive('@shareable')
@ObjectType({ description: 'How an organisation shares one group of its data. Its own people see it.' })
export class GroupSharing {
  @Field({ description: 'The permission group, such as `campaign.internal`.' })
  group!: string;

  @Field(() => SharingLevelName, { description: 'No organisation may share such data wider than this.' })
  ceiling!: string;

  @Field(() => SharingLevelName, { description: 'The level of rows for which no other was chosen.' })
  level!: string;

  @Field(() => SharingLevelName, {
    description: 'No row is shared wider than this, whatever was chosen for it.',
  })
  cap!: string;

  @Field(() => SharingVersion, {
    nullable: true,
    description: 'What waits for a second admin, or for its day.',
  })
  proposal!: SharingVersion | null;

  @Field(() => [SharingVersion], { description: 'What was proposed and in force so far, the newest first.' })
  versions!: readonly SharingVersion[];
}

/** How the viewer's own organisation shares each group of this subgraph; one statement for all. */
export async function loadSharing(
  context: SubgraphContext,
  Version: ClassType<SharingVersion>,
  organizationId: string,
): Promise<GroupSharing[] | null> {
  if (organizationId !== context.viewer.organizationId) return null;
  const versions = await context
    .loader<string, SharingVersion[]>('sharing versions', async (ids) => {
      const rows = await context.session.rows<SharingVersion>(sql`
select ${columnsOf(Version)} from ${raw(context.schema)}.sharing_version t
where t.organization_id = any(${ids}) order by t.version desc`);
      const byOwner = groupBy(rows, (row) => row.organizationId);
      return ids.map((id) => byOwner.get(id) ?? []);
    })
    .load(organizationId);
  return Object.entries(bounds(context.policy)).map(([group, [standard, ceiling]]) => {
    const own = versions.filter(({ groupName }) => groupName === group);
    const inForce = own.find(({ state }) => state === VersionState.IN_FORCE);
    return {
      group,
      ceiling,
      level: inForce?.level ?? standard,
      cap: inForce?.cap ?? ceiling,
      proposal: own.find(({ state }) => state === VersionState.PROPOSED) ?? null,
      versions: own,
    };
  });
}

@Directive('@shareable')
@ObjectType({ description: 'What became of how a group is shared.' })
export class SharingPayload extends Payload {
  @Field(() => GroupSharing, { nullable: true, description: 'How the group is shared now.' })
  sharing!: GroupSharing | null;
}

@Directive('@shareable')
@ObjectType({ description: 'What became of the level of a row.' })
export class SharingLevelPayload extends Payload {}

@Resolver(() => SharingLevelPayload)
export class SharingLevelPayloadResolver {
  @FieldResolver(() => SharingLevelName, {
    nullable: true,
    description: 'The level that the row has now: what was chosen, or the cap where that is lower.',
  })
  level(
    @Root() { id, group }: { id?: string; group?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<string | null> | null {
    return id === undefined ? null : readLevel(context, group!, id);
  }
}
