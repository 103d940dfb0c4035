import {
  Arg,
  type ClassType,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { referTo } from '../schema/entity-stub';
import type { SubgraphContext } from '../subgraph/context';
import {
  GroupSharing,
  loadSharing,
  SharingLevelPayload,
  SharingLevelPayloadResolver,
  SharingPayload,
} from './group-sharing';
import { chooseLevel } from './row-levels';
import { dismissSharing, enactSharing, proposeSharing } from './set-sharing';
import { SharingLevelSetInput, SharingSetInput, SharingVersionInput } from './sharing.inputs';
import { sharingVersionEntity } from './sharing-version';

export interface SharingOptions {
  /** Schema of the subgraph, which also begins the names of its mutations. */
  readonly schema: string;
  /** The organisation as this subgraph knows it. */
  readonly Organization: ClassType;
}

/** How an organisation shares the data that one subgraph guards: its part of `organization { sharing }`, its mutations. */
export function defineSharing({ schema, Organization }: SharingOptions) {
  const Version = sharingVersionEntity(schema);

  @Directive('@key(fields: "ref")')
  @ObjectType({
    description:
      'How an organisation shares its data; each part comes from the subgraph that guards the data.',
  })
  class OrganizationSharing {}

  @Resolver(() => OrganizationSharing)
  class OrganizationSharingResolver {
    @Directive('@inaccessible')
    @Directive('@shareable')
    @FieldResolver(() => ID, {
      description: 'Points at the policy between subgraphs; not part of the public schema.',
    })
    ref(@Root() { ref }: Scope): string {
      return ref;
    }

    @FieldResolver(() => [GroupSharing], {
      name: schema,
      nullable: true,
      description: `Groups of data that the ${schema} subgraph guards; null for another organisation than one’s own.`,
    })
    part(@Root() { ref }: Scope, @Ctx() context: SubgraphContext): Promise<GroupSharing[] | null> {
      return loadSharing(context, Version, ref);
    }
  }

  @Resolver(() => Organization)
  class OrganizationSharingFieldResolver {
    @Directive('@shareable')
    @FieldResolver(() => OrganizationSharing, {
      nullable: true,
      description: 'How it shares its data; for its own people.',
    })
    sharing(@Root() { id, ref }: { id?: string; ref?: string }): Scope {
      return { ref: (id ?? ref)! };
    }
  }

  @Resolver()
  class SharingMutations {
    @Mutation(() => SharingPayload, {
      name: `${schema}SharingSet`,
      nullable: true,
      description:
        'Sets how one’s own organisation shares a group of its data. What narrows it counts at once; what widens it waits for a second admin, or for 72 hours in which nobody objects.',
    })
    async set(
      @Arg('input', () => SharingSetInput, { description: 'What to set.' }) input: SharingSetInput,
      @Ctx() context: SubgraphContext,
    ) {
      await proposeSharing(context, Version, input);
      return { sharing: await sharingOf(context, input.group) };
    }

    @Mutation(() => SharingPayload, {
      name: `${schema}SharingApprove`,
      nullable: true,
      description: 'Approves, as a second admin, what another one proposed; it counts at once.',
    })
    async approve(
      @Arg('input', () => SharingVersionInput, { description: 'Which proposal.' }) {
        version,
      }: SharingVersionInput,
      @Ctx() context: SubgraphContext,
    ) {
      return {
        sharing: await sharingOf(context, await enactSharing(context, Version, version, 'second person')),
      };
    }

    @Mutation(() => SharingPayload, {
      name: `${schema}SharingApply`,
      nullable: true,
      description: 'Puts a proposal in force whose 72 hours have passed.',
    })
    async apply(
      @Arg('input', () => SharingVersionInput, { description: 'Which proposal.' }) {
        version,
      }: SharingVersionInput,
      @Ctx() context: SubgraphContext,
    ) {
      return { sharing: await sharingOf(context, await enactSharing(context, Version, version, 'time')) };
    }

    @Mutation(() => SharingPayload, {
      name: `${schema}SharingDismiss`,
      nullable: true,
      description: 'Objects to a proposal: it will not count.',
    })
    async dismiss(
      @Arg('input', () => SharingVersionInput, { description: 'Which proposal.' }) {
        version,
      }: SharingVersionInput,
      @Ctx() context: SubgraphContext,
    ) {
      return { sharing: await sharingOf(context, await dismissSharing(context, Version, version)) };
    }

    @Mutation(() => SharingLevelPayload, {
      name: `${schema}SharingLevelSet`,
      nullable: true,
      description: `Chooses how far one row of one’s own organisation is shared. Links that lead to a campaign have a level in each subgraph (group \`campaign.summary\`): narrow those first, then the campaign.`,
    })
    async levelSet(
      @Arg('input', () => SharingLevelSetInput, { description: 'Which row, and its level.' })
      { id, group, level }: SharingLevelSetInput,
      @Ctx() context: SubgraphContext,
    ) {
      await chooseLevel(context, group, id, level ?? null);
      return { id, group };
    }
  }

  const sharingOf = async (context: SubgraphContext, group: string): Promise<GroupSharing | null> => {
    context.forget();
    const all = await loadSharing(context, Version, context.viewer.organizationId!);
    return all?.find((one) => one.group === group) ?? null;
  };

  return {
    SharingVersion: Version,
    sharingReference: referTo('Organization'),
    sharingResolvers: [
      OrganizationSharingResolver,
      OrganizationSharingFieldResolver,
      SharingMutations,
      SharingLevelPayloadResolver,
    ] as const,
  };
}

/** The organisation, by the name under which subgraphs point at each other's entities. */
interface Scope {
  readonly ref: string;
}
