import { GraphQLLocalDate } from 'graphql-scalars';
import sql from 'sql-template-tag';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { TranslationInput, toTranslations } from '../../../shared/language/translation-input';
import { givenDay, givenLine } from '../../../shared/mutation/input-values';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { longestName } from '../bill/short-text';
import { Jurisdiction } from '../jurisdiction/jurisdiction.entity';

@InputType({ description: 'What is said of a session of a legislature, as a whole.' })
export class LegislativeSessionSetInput {
  @Field(() => ID, { description: 'The jurisdiction.' })
  jurisdiction!: string;

  @Field({ description: 'What the jurisdiction calls it in identifiers; one that is known is replaced.' })
  identifier!: string;

  @Field(() => [TranslationInput], { description: 'Its name.' })
  name!: TranslationInput[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day; null for not known.' })
  startDate?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day, not before the first; null for not known.',
  })
  endDate?: string | null;
}

@ObjectType({ description: 'What became of a session.' })
export class LegislativeSessionPayload extends Payload {}

@Resolver(() => LegislativeSessionPayload)
export class LegislativeSessionSetResolver {
  @Mutation(() => LegislativeSessionPayload, {
    nullable: true,
    description: 'Says when a session of a legislature is, and what it is called. For the coalition’s staff.',
  })
  async legislativeSessionSet(
    @Arg('input', () => LegislativeSessionSetInput, { description: 'The session.' })
    { jurisdiction: id, identifier, name, startDate = null, endDate = null }: LegislativeSessionSetInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const found = isId('Jurisdiction', id) ? await loadById(context, Jurisdiction, id) : null;
    if (found?.organizationId !== context.viewer.organizationId) refuse('NOT_FOUND', 'jurisdiction');
    const start = startDate && givenDay(startDate, 'startDate');
    const end = endDate && givenDay(endDate, 'endDate');
    if (start && end && end < start) refuse('DATES_CONTRADICT', 'endDate');
    await context.session.rows(sql`
insert into campaigns.legislative_session (organization_id, sharing_level, subject_id, position, identifier, name, start_date, end_date)
select j.organization_id, j.sharing_level, j.id,
  (select count(*) from campaigns.legislative_session s where s.subject_id = j.id),
  ${givenLine(identifier, 'identifier', longestName)}, ${JSON.stringify(toTranslations(name, 'name'))}::jsonb,
  ${start}::date, ${end}::date
from campaigns.jurisdiction j where j.id = ${id}
on conflict (organization_id, subject_id, identifier) do update
  set name = excluded.name, start_date = excluded.start_date, end_date = excluded.end_date`);
    return { id };
  }

  @FieldResolver(() => Jurisdiction, { nullable: true, description: 'The jurisdiction, with its sessions.' })
  jurisdiction(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Jurisdiction | null> | null {
    return id === undefined ? null : loadById(context, Jurisdiction, id);
  }
}
