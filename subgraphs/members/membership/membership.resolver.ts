import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, term } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { Organization } from '../organization/organization.entity';
import { Membership } from './membership.entity';

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
  @FieldResolver(() => Term, {
    description: 'Where it is in the membership lifecycle (`membershipStatuses`).',
  })
  status(@Root() { status }: Membership): TermRecord {
    return term('membershipStatuses', status);
  }
}
