import { Ctx, Directive, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import type { ReferenceResolver } from '../../../shared/subgraph/definition';
import { Organization } from '../organization/organization.entity';
import { OrganizationCredit } from './organization-credit.entity';

export const organizationCreditReference: ReferenceResolver = (ref, context) =>
  isId('Organization', ref) ? loadById(context, OrganizationCredit, ref) : null;

@Resolver(() => OrganizationCredit)
export class OrganizationCreditResolver {
  @Directive('@inaccessible')
  @FieldResolver(() => ID, {
    description: 'Points at the entity between subgraphs; not part of the public schema.',
  })
  ref(@Root() { id }: OrganizationCredit): string {
    return id;
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation itself; null when it is suspended or has left.',
  })
  organization(
    @Root() { id }: OrganizationCredit,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> {
    return loadById(context, Organization, id);
  }
}
