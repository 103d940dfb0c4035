import sql from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import { type Connection, connection, connectionType } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, term, termOrNull } from '../../../shared/taxonomy/term';
import { Place, Term } from '../../../shared/taxonomy/term.type';
import { Organization } from '../organization/organization.entity';
import { Application, ApplicationStatus } from './application.entity';
import { findByLink } from './application-link';

const ApplicationConnection = connectionType(Application, 'MembershipApplication');

@ObjectType({ description: 'What became of an application.' })
export class MembershipApplicationPayload extends Payload {}

@ObjectType({ description: 'What became of applying.' })
export class MembershipApplyPayload extends Payload {}

@Resolver(() => MembershipApplicationPayload)
export class MembershipApplicationPayloadResolver {
  @FieldResolver(() => Application, { nullable: true, description: 'The application.' })
  application(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Application | null> | null {
    return id === undefined ? null : loadById(context, Application, id);
  }
}

@Resolver(() => MembershipApplyPayload)
export class MembershipApplyPayloadResolver {
  @FieldResolver(() => Application, { nullable: true, description: 'The application.' })
  application(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Application | null> | null {
    return id === undefined ? null : loadById(context, Application, id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The private link to follow, change and withdraw the application. Shown this once: keep it.',
  })
  link(@Root() { once }: { once?: { link: string } }): string | null {
    return once?.link ?? null;
  }
}

@Resolver(() => Application)
export class ApplicationResolver {
  @Query(() => Application, {
    nullable: true,
    description: 'The application behind a private link; null when there is none.',
  })
  membershipApplication(
    @Ctx() context: SubgraphContext,
    @Arg('link', () => String, { description: 'The private link.' }) link: string,
  ): Promise<Application | null> {
    return findByLink(context, link);
  }

  @Query(() => ApplicationConnection, {
    nullable: true,
    description:
      'Applications to join that you may see, the newest first: all of them for the coalition’s staff.',
  })
  membershipApplications(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('status', () => ApplicationStatus, { nullable: true, description: 'Only those in this status.' })
    status?: ApplicationStatus,
  ): Promise<Connection<Application>> {
    return connection(
      context,
      {
        name: 'membershipApplications',
        columns: columnsOf(Application),
        from: sql`members.application t`,
        where: status == null ? [] : [sql`t.status = ${status}`],
        orderBy: { name: 'id', key: sql`t.id`, descending: true },
      },
      page,
    );
  }

  @FieldResolver(() => Term, { description: 'What kind of organisation it is (`organisationKinds`).' })
  kind(@Root() { kind }: Application): TermRecord {
    return term('organisationKinds', kind);
  }

  @FieldResolver(() => Term, { description: 'Its country (ISO 3166-1, list `countries`).' })
  country(@Root() { country }: Application): TermRecord {
    return term('countries', country);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The place it works in.' })
  place(@Root() { place }: Application): TermRecord | null {
    return termOrNull('places', place);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The entry of the directory that it says it is, or the member that it has become.',
  })
  organization(
    @Root() { organizationId }: Application,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> {
    return loadById(context, Organization, organizationId);
  }
}
