import { type ClassType, Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { subgraphRole } from '../database/roles';
import { SharingLevelName } from '../permission/sharing-level.type';
import { rankOf, versionColumns, versionGuard } from './version-table';

export enum VersionState {
  PROPOSED = 'PROPOSED',
  IN_FORCE = 'IN_FORCE',
  REPLACED = 'REPLACED',
  REFUSED = 'REFUSED',
}
registerEnumType(VersionState, {
  name: 'PolicyVersionState',
  description: 'Where a version of a policy is in its life.',
  valuesConfig: {
    PROPOSED: { description: 'Would open more: waits for a second admin, or for its day.' },
    IN_FORCE: { description: 'Counts now.' },
    REPLACED: { description: 'Counted until a later version did.' },
    REFUSED: { description: 'Never counted: an admin objected, or another proposal took its place.' },
  },
});

/** What policy versions have in common. */
@ObjectType()
export abstract class PolicyVersionRow {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => ID, { description: 'Its TypeID.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => Int, { description: 'Counts from 1.' })
  @Column('integer')
  version!: number;

  @Field(() => VersionState, { description: 'Where it is in its life.' })
  @Column('text')
  state!: string;

  @Field({ description: 'Whether it opens more than what was in force before it.' })
  @Column('boolean')
  widens!: boolean;

  @Field(() => ID, { description: 'The person who proposed it.' })
  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Field(() => Date, { description: 'When it was proposed.' })
  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Field(() => Date, {
    description: 'From when on it may be put in force without a second admin, if nobody objects.',
  })
  @Column('timestamptz', { name: 'effective_at' })
  effectiveAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The person who put it in force or refused it.' })
  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When that was decided.' })
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}

@Directive('@shareable')
@ObjectType({ description: 'One version of how an organisation shares a group of its data.' })
export class SharingVersion extends PolicyVersionRow {
  @Column('text', { name: 'group_name' })
  groupName!: string;

  @Field(() => SharingLevelName, { description: 'The level of rows for which no other was chosen.' })
  @Column('text')
  level!: string;

  @Field(() => SharingLevelName, {
    description: 'No row is shared wider than this, whatever was chosen for it.',
  })
  @Column('text')
  cap!: string;
}

/** The entity of `<schema>.sharing_version`. */
export function sharingVersionEntity(schema: string): ClassType<SharingVersion> {
  @Entity({ schema, name: 'sharing_version' })
  class Version extends SharingVersion {}
  return Version;
}

/**
 * The table behind it and its guards, for a migration. `guard_cap` holds every row of a group under the cap of its
 * organisation, also when row and policy change at the same moment.
 */
export const sharingVersionTable = (schema: string) => `create table ${schema}.sharing_version (
  ${versionColumns},
  group_name text collate "C" not null,
  level text collate "C" not null,
  cap text collate "C" not null,
  unique (organization_id, group_name, version),
  check (${rankOf('level')} <= ${rankOf('cap')})
);
create unique index sharing_version_in_force on ${schema}.sharing_version (organization_id, group_name) where state = 'IN_FORCE';
${versionGuard({
  schema,
  table: 'sharing_version',
  same: 'v.group_name = new.group_name',
  // Given: for each group its standard level and its ceiling.
  valid: `given ? new.group_name and ${rankOf('new.cap')} <= ${rankOf('given->new.group_name->>1')} and ${rankOf('new.level')} <= ${rankOf('new.cap')}`,
  widens: `${rankOf('new.level')} > ${rankOf('coalesce(before.level, given->new.group_name->>0)')}
      or ${rankOf('new.cap')} > ${rankOf('coalesce(before.cap, given->new.group_name->>1)')}`,
})}
create function ${schema}.sharing_lock(organization text) returns bigint immutable language sql
  return hashtextextended('${schema}.sharing_version ' || organization, 0);
create function ${schema}.guard_cap() returns trigger language plpgsql as $$
declare standard text := tg_argv[1]; sharers text[] := tg_argv[2];
begin
  if current_user <> '${subgraphRole(schema)}' then return new; end if;
  if tg_op = 'UPDATE' and new.sharing_level = old.sharing_level then return new; end if;
  perform pg_advisory_xact_lock_shared(${schema}.sharing_lock(new.organization_id));
  if exists (select from ${schema}.sharing_version v where v.organization_id = new.organization_id and v.group_name = tg_argv[0]
    and v.state = 'IN_FORCE' and ${rankOf('v.cap')} < ${rankOf('new.sharing_level')}) then
    raise check_violation using message = 'no row is shared wider than its organisation allows';
  end if;
  if tg_op = 'INSERT' and not hub.viewer_may(sharers, tg_argv[0] || ':s') then
    standard := coalesce((select v.level from ${schema}.sharing_version v where v.organization_id = new.organization_id
      and v.group_name = tg_argv[0] and v.state = 'IN_FORCE'), standard);
    if greatest(${rankOf('new.sharing_level')}, ${rankOf('coalesce(new.chosen_level, new.sharing_level)')}) > ${rankOf('standard')} then
      raise insufficient_privilege using message = 'the sharing level is not this viewer''s to choose';
    end if;
  end if;
  return new;
end $$;`;

/** Takes it away again. */
export const dropSharingVersionTable = (schema: string) => `drop table ${schema}.sharing_version;
drop function ${schema}.guard_sharing_version(), ${schema}.guard_cap(), ${schema}.sharing_lock(text)`;
