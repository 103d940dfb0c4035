import sql from 'sql-template-tag';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { startOfDay, timeZoneDescription, today, Weekday, weekOf } from '../../../shared/schema/calendar';
import { type Connection, connection } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type CampaignPartnership, PartnershipState } from './partnership.entity';
import { partnershipList } from './partnership.repository';
import { CampaignPartnershipConnection } from './partnership.resolver';

@Resolver()
export class UnansweredInvitationsResolver {
  @Query(() => CampaignPartnershipConnection, {
    nullable: true,
    description:
      'Who has not answered an invitation: those that one’s own organisation sent before this week and that still wait, the oldest first.',
  })
  campaignInvitationsUnanswered(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('timeZone', () => String, { description: timeZoneDescription }) timeZone: string,
    @Arg('weekStartsOn', () => Weekday, {
      defaultValue: Weekday.MONDAY,
      description: 'The first day of the week.',
    })
    weekStartsOn: Weekday,
    @Arg('thisWeekToo', () => Boolean, {
      defaultValue: false,
      description: 'Also those that were sent this week.',
    })
    thisWeekToo: boolean,
  ): Promise<Connection<CampaignPartnership>> {
    const { start } = weekOf(today(timeZone), weekStartsOn);
    const beginning = startOfDay(start, timeZone);
    const { where, ...list } = partnershipList({ state: PartnershipState.INVITED });
    const sent = [
      sql`t.organization_id = ${context.viewer.organizationId}`,
      ...(thisWeekToo ? [] : [sql`t.invited_at < ${beginning}`]),
    ];
    return connection(
      context,
      {
        ...list,
        name: 'unanswered invitations',
        where: [...where, ...sent],
        orderBy: { name: 'id', key: sql`t.id` },
      },
      page,
    );
  }
}
