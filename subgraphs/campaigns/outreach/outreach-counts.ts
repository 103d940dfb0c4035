import sql from 'sql-template-tag';
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { groupBy } from '../../../shared/group-by';
import { smallestShown } from '../../../shared/permission/smallest-shown';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign } from '../campaign/campaign.entity';
import { Organization } from '../stubs';
import { OutreachChannel } from './outreach-contact.entity';

@ObjectType({
  description:
    'How often one organisation was in contact with people outside for a campaign, by one way. What was put away does not count.',
})
export class OutreachCount {
  @Field(() => OutreachChannel, { description: 'By what way.' })
  channel!: OutreachChannel;

  @Field(() => Int, { description: 'How many contacts.' })
  count!: number;

  @Field({
    description: 'Whether the number is a rough one: those of other organisations are to the ten below.',
  })
  isRounded!: boolean;
}

interface CountRow extends OutreachCount {
  readonly campaignId: string;
  readonly organizationId: string;
}

@Resolver(() => Campaign)
export class CampaignOutreachCountsResolver {
  @FieldResolver(() => [OutreachCount], {
    nullable: true,
    description: `How often organisations were in contact with people outside for it: one’s own, and others that take part in aggregates and let their log be counted. Of those, fewer than ${smallestShown}, or than a higher threshold that the organisation has set, are left out.`,
  })
  outreachCounts(@Root() { id }: Campaign, @Ctx() context: SubgraphContext): Promise<CountRow[]> {
    return context
      .loader<string, CountRow[]>('outreach counts', async (ids) => {
        const rows = await context.session.rows<CountRow>(sql`
select t.campaign_id as "campaignId", t.organization_id as "organizationId", t.channel, t.contacts as count, t.is_rounded as "isRounded"
from campaigns.outreach_counts(${ids}) t order by t.organization_id, t.channel`);
        const byCampaign = groupBy(rows, ({ campaignId }) => campaignId);
        return ids.map((one) => byCampaign.get(one) ?? []);
      })
      .load(id);
  }
}

@Resolver(() => OutreachCount)
export class OutreachCountResolver {
  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation.' })
  organization(@Root() { organizationId }: CountRow): EntityReference | null {
    return pointTo(organizationId);
  }
}
