import sql, { type Sql } from 'sql-template-tag';
import { Field, ID, InputType } from 'type-graphql';
import { HubError } from '../errors';
import { operations } from '../permission/policy';

@InputType({ description: 'Which entries of a log to keep; all of these must hold.' })
export class AccessLogFilter {
  @Field(() => ID, { nullable: true, description: 'Who did it: the id of a person.' })
  person?: string;

  @Field(() => ID, { nullable: true, description: 'By which tool: the id of an API key.' })
  tool?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What was done: `r` read, `c` create, `u` update, `d` delete or archive, `s` change of sharing.',
  })
  operation?: string;

  @Field(() => String, { nullable: true, description: 'The permission group, such as `campaign.internal`.' })
  group?: string;

  @Field(() => String, { nullable: true, description: 'The kind of record: a type, or of writes a table.' })
  record?: string;

  @Field(() => ID, { nullable: true, description: 'The record itself.' })
  subject?: string;

  @Field(() => Date, { nullable: true, description: 'Not before this moment.' })
  from?: Date;

  @Field(() => Date, { nullable: true, description: 'Before this moment.' })
  to?: Date;
}

/** What a filter asks of a row `t` of the log. */
export function accessLogConditions(filter: AccessLogFilter): Sql[] {
  const where: Sql[] = [];
  if (filter.person != null) where.push(sql`t.person_id = ${filter.person}`);
  if (filter.tool != null) where.push(sql`t.tool_key_id = ${filter.tool}`);
  if (filter.operation != null) where.push(sql`t.operation = ${requireOperation(filter.operation)}`);
  if (filter.group != null) where.push(sql`t.group_name = ${filter.group}`);
  if (filter.record != null) where.push(sql`t.record = ${filter.record}`);
  if (filter.subject != null) where.push(sql`${filter.subject} = any (t.subject_ids)`);
  if (filter.from != null) where.push(sql`t.at >= ${filter.from}::timestamptz`);
  if (filter.to != null) where.push(sql`t.at < ${filter.to}::timestamptz`);
  if (filter.from != null && filter.to != null && filter.to <= filter.from) {
    throw new HubError('INVALID_ARGUMENT', '"to" must be after "from"');
  }
  return where;
}

function requireOperation(operation: string): string {
  if (!(operations as readonly string[]).includes(operation)) {
    throw new HubError('INVALID_ARGUMENT', `"operation" must be one of ${operations.join(', ')}`);
  }
  return operation;
}
