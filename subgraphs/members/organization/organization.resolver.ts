import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadById, loadChildren } from '../../../shared/database/load-rows';
import {
  type Connection,
  connection,
  connectionType,
  connectionUnder,
} from '../../../shared/schema/connection';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireCode, type TermRecord, term, termOrNull } from '../../../shared/taxonomy/term';
import { Place, Term } from '../../../shared/taxonomy/term.type';
import { Official } from './official.entity';
import { Organization } from './organization.entity';
import { OrganizationFilter } from './organization.inputs';
import { childList, organizationList } from './organization.repository';
import { StrategyItem } from './strategy-item.entity';

const OrganizationConnection = connectionType(Organization, 'Organization');

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => OrganizationConnection, {
    nullable: true,
    description: 'Organisations of the coalition and its directory, by name.',
  })
  organizations(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => OrganizationFilter, filterArgument) filter?: OrganizationFilter,
  ): Promise<Connection<Organization>> {
    return connection(context, organizationList(context, filter), page);
  }

  @Query(() => Organization, {
    nullable: true,
    description: 'One organisation; null when there is none that you may see.',
  })
  organization(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Organization | null> {
    return loadById(context, Organization, requireId('Organization', id));
  }

  @Directive('@inaccessible')
  @FieldResolver(() => ID, {
    description: 'Points at the entity between subgraphs; not part of the public schema.',
  })
  ref(@Root() organization: Organization): string {
    return organization.id;
  }

  @FieldResolver(() => Term, { description: 'What kind of organisation it is (`organisationKinds`).' })
  kind(@Root() organization: Organization): TermRecord {
    return term('organisationKinds', organization.kind);
  }

  @FieldResolver(() => Term, { description: 'Its part in the coalition’s work (`organisationRoles`).' })
  role(@Root() organization: Organization): TermRecord {
    return term('organisationRoles', organization.role);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The place it works in.' })
  place(@Root() organization: Organization): TermRecord | null {
    return termOrNull('places', organization.place);
  }

  @FieldResolver(() => Term, {
    nullable: true,
    description: 'Its country (ISO 3166-1, list `countries`); null for a worldwide organisation.',
  })
  country(@Root() organization: Organization): TermRecord | null {
    return termOrNull('countries', organization.country);
  }

  @FieldResolver(() => Term, {
    description: 'Whether it exists on its own or a programme sets it up (`organisationStatuses`).',
  })
  establishment(@Root() organization: Organization): TermRecord {
    return term('organisationStatuses', organization.establishment);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation it belongs to.' })
  parent(
    @Root() organization: Organization,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> | null {
    return organization.parentId === null ? null : loadById(context, Organization, organization.parentId);
  }

  @FieldResolver(() => OrganizationConnection, {
    description:
      'The organisations directly below it, its advisory bodies among them (`filter: { kind: "ADVISORY_BODY" }`).',
  })
  children(
    @Root() organization: Organization,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => OrganizationFilter, filterArgument) filter?: OrganizationFilter,
  ): Promise<Connection<Organization>> {
    return connectionUnder(context, childList(context, filter), organization.id, page);
  }

  @FieldResolver(() => [Official], { description: 'People in a public role there.' })
  officials(@Root() organization: Organization, @Ctx() context: SubgraphContext): Promise<Official[]> {
    return loadChildren(context, Official, organization.id);
  }

  @FieldResolver(() => [StrategyItem], {
    description: 'What it says about itself: goals, challenges, impacts, plans.',
  })
  async strategy(
    @Root() organization: Organization,
    @Ctx() context: SubgraphContext,
    @Arg('kind', () => String, {
      nullable: true,
      description: 'Only items of this kind (taxonomy `strategyKinds`).',
    })
    kind?: string,
  ): Promise<StrategyItem[]> {
    if (kind != null) requireCode('strategyKinds', kind);
    const items = await loadChildren(context, StrategyItem, organization.id);
    return kind == null ? items : items.filter((item) => item.kind === kind);
  }
}

@Resolver(() => StrategyItem)
export class StrategyItemResolver {
  @FieldResolver(() => Term, { description: 'What kind of statement it is (`strategyKinds`).' })
  kind(@Root() item: StrategyItem): TermRecord {
    return term('strategyKinds', item.kind);
  }

  @FieldResolver(() => Term, { description: 'What is said.' })
  term(@Root() item: StrategyItem): TermRecord {
    return term(item.list, item.code);
  }
}
