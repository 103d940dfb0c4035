import { GraphQLLocalDate } from 'graphql-scalars';
import sql from 'sql-template-tag';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { groupBy } from '../../../shared/group-by';
import { smallestShown } from '../../../shared/permission/smallest-shown';
import { timeZoneDescription, today, Weekday, weekOf } from '../../../shared/schema/calendar';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCall } from '../action-call/action-call.entity';
import { Organization } from '../stubs';
import { takesSignatures } from './taking-signatures';

export enum GrowthStep {
  DAY = 'DAY',
  WEEK = 'WEEK',
}
registerEnumType(GrowthStep, {
  name: 'GrowthStep',
  description: 'By what to count growth.',
  valuesConfig: { DAY: { description: 'By days.' }, WEEK: { description: 'By weeks.' } },
});

const tooFew = `where it may stand for fewer than ${smallestShown}, or than a higher threshold that an organisation has set`;
const rough = 'then it is a ten, less than ten off, and changes at midnight (UTC)';

@ObjectType({ description: 'People whom one organisation brought to a call.' })
export class OrganizationSignatureCount {
  @Field(() => Int, {
    nullable: true,
    description: `How many people it brought, each once; null ${tooFew}.`,
  })
  count!: number | null;

  @Field({ description: `Whether the number is a rough one, as that of any other organisation: ${rough}.` })
  isRounded!: boolean;
}

@ObjectType({ description: 'How many people came in a day or a week.' })
export class SignatureGrowth {
  @Field(() => GraphQLLocalDate, { description: 'The day, or the first one of the week.' })
  start!: string;

  @Field(() => Int, { description: 'How many people signed for the first time in it.' })
  count!: number;
}

@ObjectType({
  description:
    'How many people signed a call, as far as you may count them: those of other organisations where these take part in aggregates. Whoever signed several times counts once, and each organisation through which they came is credited. Withdrawn signatures do not count.',
})
export class SignatureCounts {
  @Field(() => Int, {
    nullable: true,
    description: `How many people in all, without those whom the largest organisation did not bring where these are few, and not below one’s own; null ${tooFew}.`,
  })
  total!: number | null;

  @Field({ description: `Whether the total is a rough one, as it is where others brought people: ${rough}.` })
  isRounded!: boolean;

  @Field(() => Int, { description: 'How many people one’s own organisation brought, exactly and now.' })
  own!: number;

  @Field(() => Int, { description: 'How many of those have confirmed by their private link.' })
  ownConfirmed!: number;
}

interface Counts extends SignatureCounts {
  readonly callId: string;
  readonly parts: readonly CountRow[];
}

@Resolver(() => ActionCall)
export class ActionCallCountsResolver {
  @FieldResolver(() => SignatureCounts, {
    nullable: true,
    description:
      'How many people signed it; null where it cannot be signed today and there is nobody whom you may count.',
  })
  async signatureCounts(@Root() call: ActionCall, @Ctx() context: SubgraphContext): Promise<Counts | null> {
    const rows = await countSignatures(context, call.id);
    if (rows.length === 0 && !takesSignatures(call)) return null;
    const total = rows.find(({ organizationId }) => organizationId === null);
    const parts = rows.filter(({ organizationId }) => organizationId !== null);
    const own = parts.find(({ organizationId }) => organizationId === context.viewer.organizationId);
    return {
      callId: call.id,
      total: total ? total.count : 0,
      isRounded: total?.isRounded ?? false,
      own: own?.count ?? 0,
      ownConfirmed: own?.confirmed ?? 0,
      parts,
    };
  }
}

@Resolver(() => SignatureCounts)
export class SignatureCountsResolver {
  @FieldResolver(() => [OrganizationSignatureCount], {
    description: 'The people whom each organisation brought; who came through two counts for both.',
  })
  byOrganization(@Root() { parts }: Counts): readonly CountRow[] {
    return parts;
  }

  @FieldResolver(() => [SignatureGrowth], {
    description:
      'How the number of people whom one’s own organisation brought has grown, by the day on which each signed first; the earliest first. Days and weeks without any are left out.',
  })
  async growth(
    @Root() { callId }: Counts,
    @Ctx() context: SubgraphContext,
    @Arg('by', () => GrowthStep, { defaultValue: GrowthStep.DAY, description: 'Days, or weeks.' })
    by: GrowthStep,
    @Arg('timeZone', () => String, { defaultValue: 'UTC', description: timeZoneDescription })
    timeZone: string,
    @Arg('weekStartsOn', () => Weekday, {
      defaultValue: Weekday.MONDAY,
      description: 'The first day of the week.',
    })
    weekStartsOn: Weekday,
  ): Promise<SignatureGrowth[]> {
    const days = await growthByDay(context, callId, timeZone);
    if (by === GrowthStep.DAY) return days;
    const weeks = groupBy(days, ({ start }) => weekOf(start, weekStartsOn).start);
    return [...weeks].map(([start, within]) => ({
      start,
      count: within.reduce((sum, { count }) => sum + count, 0),
    }));
  }
}

@Resolver(() => OrganizationSignatureCount)
export class OrganizationSignatureCountResolver {
  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation.' })
  organization(@Root() { organizationId }: CountRow): EntityReference | null {
    return pointTo(organizationId);
  }
}

interface CountRow {
  readonly callId: string;
  readonly organizationId: string | null;
  readonly count: number | null;
  readonly isRounded: boolean;
  readonly confirmed: number | null;
}

/** Who may count whom, and how exactly, is for the database to say; one statement for all calls. */
function countSignatures(context: SubgraphContext, callId: string): Promise<CountRow[]> {
  return context
    .loader<string, CountRow[]>('signature totals', async (ids) => {
      const rows = await context.session.rows<CountRow>(sql`
select t.call_id as "callId", t.organization_id as "organizationId", t.people as count, t.is_rounded as "isRounded", t.confirmed
from campaigns.signature_totals(${ids}) t order by t.organization_id`);
      const byCall = groupBy(rows, (row) => row.callId);
      return ids.map((id) => byCall.get(id) ?? []);
    })
    .load(callId);
}

function growthByDay(context: SubgraphContext, callId: string, timeZone: string): Promise<SignatureGrowth[]> {
  // Refuses what is no time zone.
  today(timeZone);
  return context
    .loader<string, SignatureGrowth[]>(`signature growth in ${timeZone}`, async (ids) => {
      const rows = await context.session.rows<SignatureGrowth & { callId: string }>(sql`
select t.call_id as "callId", t.day as start, t.people as count from campaigns.signature_growth(${ids}, ${timeZone}) t`);
      const byCall = groupBy(rows, (row) => row.callId);
      return ids.map((id) => byCall.get(id) ?? []);
    })
    .load(callId);
}
