import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { type Connection, connectionType, connectionUnder } from '../../../shared/schema/connection';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';
import { Agreement, type AgreementRow, AgreementState } from './agreement.entity';
import { AgreementFilter } from './agreement.inputs';
import { agreementList, loadAgreement, loadVersions } from './agreement.repository';

const AgreementConnection = connectionType(Agreement, 'Agreement');

@Resolver(() => Organization)
export class OrganizationAgreementsResolver {
  @FieldResolver(() => AgreementConnection, {
    nullable: true,
    description:
      'Its sharing agreements, as far as they concern you; each as its last version that both signed.',
  })
  agreements(
    @Root() { id }: Organization,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => AgreementFilter, filterArgument) filter?: AgreementFilter,
  ): Promise<Connection<Agreement>> {
    return connectionUnder(context, agreementList(filter), id, page);
  }
}

@Resolver(() => Agreement)
export class AgreementResolver {
  @Query(() => Agreement, {
    nullable: true,
    description:
      'One agreement, as its last version that both signed; null when there is none that you may see.',
  })
  agreement(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Agreement | null> {
    return loadAgreement(context, requireId('Agreement', id));
  }

  @FieldResolver(() => AgreementState, { description: 'Where the version is in its life.' })
  state(@Root() { state }: AgreementRow): AgreementState {
    return state;
  }

  @FieldResolver(() => [Organization], {
    nullable: 'items',
    description:
      'Both organisations, who proposed the version first, without one that is suspended or has left.',
  })
  parties(
    @Root() { organizationId, partnerId }: Agreement,
    @Ctx() context: SubgraphContext,
  ): Promise<(Organization | null)[]> {
    return Promise.all([organizationId, partnerId].map((id) => loadById(context, Organization, id)));
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The party that suspended it.' })
  suspendedBy(
    @Root() { suspendedByOrganization: id }: Agreement,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> | null {
    return id === null ? null : loadById(context, Organization, id);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The party that revoked it.' })
  revokedBy(
    @Root() { revokedByOrganization: id }: Agreement,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> | null {
    return id === null ? null : loadById(context, Organization, id);
  }

  @FieldResolver(() => [Agreement], { description: 'All its versions, the newest first.' })
  versions(@Root() { id }: Agreement, @Ctx() context: SubgraphContext): Promise<Agreement[]> {
    return loadVersions(context, id);
  }
}
