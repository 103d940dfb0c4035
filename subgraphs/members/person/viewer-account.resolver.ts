import sql from 'sql-template-tag';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import type { Viewer as RequestViewer } from '../../../shared/identity/viewer';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';
import { Notice } from '../role/notice.entity';
import { ServedOrganization, servedOrganizations } from '../sign-in/served-organization';
import { SignIn } from '../sign-in/sign-in.entity';
import { Person } from './person.entity';
import { Viewer } from './viewer.resolver';

/** What one sees of one's own account. */
@Resolver(() => Viewer)
export class ViewerAccountResolver {
  @FieldResolver(() => LocalizedText, { nullable: true, description: 'One’s own name.' })
  async name(
    @Root() { personId }: RequestViewer,
    @Ctx() context: SubgraphContext,
  ): Promise<Translations | null> {
    return personId === null ? null : ((await loadById(context, Person, personId))?.name ?? null);
  }

  @FieldResolver(() => [ServedOrganization], {
    description: 'All organisations that one serves; `organizationSwitch` changes to another.',
  })
  organizations(@Ctx() context: SubgraphContext): Promise<ServedOrganization[]> {
    return servedOrganizations(context);
  }

  @FieldResolver(() => Boolean, { description: 'Whether a second factor is switched on here.' })
  async secondFactor(
    @Root() { personId }: RequestViewer,
    @Ctx() { session }: SubgraphContext,
  ): Promise<boolean> {
    const found = await session.rows(sql`
select 1 from members.account t where t.person_id = ${personId} and t.totp_secret is not null`);
    return found.length > 0;
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When the second factor was last proved in this sign-in; some things ask for it.',
  })
  secondFactorAt(@Root() { secondFactorAt }: RequestViewer): Date | null {
    return secondFactorAt === null ? null : new Date(secondFactorAt);
  }

  @FieldResolver(() => [SignIn], {
    description: 'One’s own sign-ins that go on, the one used last first; at most 100.',
  })
  signIns(@Root() { personId }: RequestViewer, @Ctx() { session }: SubgraphContext): Promise<SignIn[]> {
    return session.rows<SignIn>(sql`
select ${columnsOf(SignIn)} from members.sign_in t
where t.person_id = ${personId} and t.ended_at is null and t.expires_at > now()
order by t.last_used_at desc, t.id limit 100`);
  }

  @FieldResolver(() => [Notice], {
    description: 'What one should know, the newest first, until one dismisses it; at most 100.',
  })
  notices(@Root() { personId }: RequestViewer, @Ctx() { session }: SubgraphContext): Promise<Notice[]> {
    return session.rows<Notice>(sql`
select ${columnsOf(Notice)} from members.notice t
where t.person_id = ${personId} and t.dismissed_at is null order by t.at desc, t.id limit 100`);
  }
}

@Resolver(() => SignIn)
export class SignInRowResolver {
  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation it acts for.' })
  organization(
    @Root() { organizationId }: SignIn,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> {
    return loadById(context, Organization, organizationId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the one that asks.' })
  current(@Root() { id }: SignIn, @Ctx() { viewer }: SubgraphContext): boolean {
    return id === viewer.signInId;
  }
}
