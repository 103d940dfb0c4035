import sql, { raw } from 'sql-template-tag';
import { Field, InputType } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { sealingKeys } from '../identity/sealing-keys';
import { hashesOf } from '../identity/secret';
import type { SubgraphContext } from '../subgraph/context';
import { refuse } from './user-errors';

/** What the inputs of mutations that create something have in common. */
@InputType()
export abstract class CreatingInput {
  @Field(() => String, {
    nullable: true,
    description:
      'A UUID of your own making. Sent again within a day, with the same input, it gets the first answer and creates nothing; secrets that are shown once are not repeated.',
  })
  idempotencyKey?: string;
}

/** The table behind it, for the first migration of a subgraph. */
export const idempotencyTableSql = (schema: string) => `create table ${schema}.idempotency (
  holder text collate "C" not null,
  key uuid not null,
  mutation text not null,
  input_hash text not null,
  result jsonb,
  at timestamptz not null default now(),
  primary key (holder, key)
)`;

/** Whose keys they are; row security allows no others. */
export const idempotencyHolder = `coalesce((select hub.viewer_tool()), (select hub.viewer_organization() || ' ' || hub.viewer_person()), 'public')`;

/** @returns what the same request got before, or null when this is the first time (or names no key) */
export async function firstTime(
  context: SubgraphContext,
  mutation: string,
  input: { idempotencyKey?: string },
): Promise<Record<string, unknown> | null> {
  const { idempotencyKey: key } = input;
  if (key == null) return null;
  if (!isUuid(key)) refuse('INVALID', 'idempotencyKey');
  const { session } = context;
  const table = raw(`${context.schema}.idempotency`);
  // Keyed: an input may hold a password, or so short a text that whoever has the table could try them all.
  const hashes = hashesOf(sealingKeys('idempotency'), JSON.stringify(input));
  await session.rows(sql`delete from ${table} where at < now() - interval '1 day'`);
  // A request that comes while the first is under way waits here until that one is done.
  const [mine] = await session.rows(sql`
insert into ${table} (holder, key, mutation, input_hash) values (${raw(idempotencyHolder)}, ${key}, ${mutation}, ${hashes[0]!})
on conflict do nothing returning key`);
  if (mine) return null;
  const [before] = await session.rows<Remembered>(sql`
select mutation, input_hash as "inputHash", result from ${table} where key = ${key}`);
  if (before?.mutation !== mutation || !hashes.includes(before.inputHash) || !before.result) {
    refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
  }
  return before.result;
}

/** Keeps what the payload is made from: ids, never secrets. Rows are read again, by whoever may still see them. */
export async function remember(
  context: SubgraphContext,
  { idempotencyKey: key }: { idempotencyKey?: string },
  result: Record<string, unknown>,
): Promise<void> {
  if (key == null) return;
  await context.session.rows(sql`
update ${raw(`${context.schema}.idempotency`)} set result = ${JSON.stringify(result)} where key = ${key}`);
}

interface Remembered {
  readonly mutation: string;
  readonly inputHash: string;
  readonly result: Record<string, unknown> | null;
}
