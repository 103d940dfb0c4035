import { type ClassType, Ctx, Field, FieldResolver, ID, InputType, Resolver, Root } from 'type-graphql';
import { coalitionId } from '../../../shared/coalition';
import { type Role, roles, sensitiveRoles } from '../../../shared/identity/viewer';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Colleague } from '../person/colleague.entity';
import { loadColleague } from '../person/load-colleague';

@InputType({ description: 'A person of one’s own organisation, and a role.' })
export class RoleOfColleagueInput {
  @Field(() => ID, { description: 'The person, as `organization { people { nodes { id } } }` shows them.' })
  person!: string;

  @Field({ description: 'The role.' })
  role!: string;
}

export const isSensitive = (role: string) => (sensitiveRoles as readonly string[]).includes(role);

/**
 * A role that may be asked for where it is asked for.
 * @throws Refusal INVALID
 */
export function checkRole(
  role: string,
  { viewer }: SubgraphContext,
  kind: 'ordinary' | 'sensitive' | 'any',
): Role {
  const isRole = roles.includes(role as Role);
  const fits = kind === 'any' || isSensitive(role) === (kind === 'sensitive');
  const isHere = role !== 'COALITION_STAFF' || viewer.organizationId === coalitionId;
  if (!isRole || !fits || !isHere) refuse('INVALID', 'role');
  return role as Role;
}

/** The field of a payload that shows the person with the roles they have now. */
export function personResolver(payload: ClassType): ClassType {
  @Resolver(() => payload)
  class PersonResolver {
    @FieldResolver(() => Colleague, {
      nullable: true,
      description: 'The person, with the roles they have now.',
    })
    person(
      @Root() { personId }: { personId?: string },
      @Ctx() context: SubgraphContext,
    ): Promise<Colleague | null> | null {
      const { organizationId } = context.viewer;
      if (personId === undefined || organizationId === null) return null;
      return loadColleague(context, organizationId, personId);
    }
  }
  return PersonResolver;
}
