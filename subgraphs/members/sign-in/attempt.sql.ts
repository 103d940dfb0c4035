import { identityFunction } from '../migrations/identity-function';

/**
 * How often somebody tried in vain, by account and by address. Keys are keyed hashes, of accounts that exist and of
 * those that do not. `failures` leak away with time.
 */
const table = `
create table members.attempt (
  key text collate "C" primary key,
  failures double precision not null,
  counted_at timestamptz not null,
  blocked_until timestamptz not null
);
create index attempt_counted_at on members.attempt (counted_at);`;

/**
 * Counts before the proof is looked at, so that guesses made at the same time count as well, and says how many seconds
 * to wait; 0 is leave to go on. Five vain ones per account are free and thirty per address; then the wait doubles, up to
 * a quarter of an hour. One that is told to wait is not counted.
 */
const count = identityFunction(
  'count_attempt(account_key text, address_key text) returns integer',
  `
declare moment timestamptz; wait double precision;
begin
  delete from members.attempt where key in (select a.key from members.attempt a
    where a.counted_at < now() - interval '2 days' limit 100 for update skip locked);
  -- Always in the same order, so that two never wait for each other.
  insert into members.attempt select k, 0, now(), now() from unnest(array[account_key, address_key]) k order by k
    on conflict do nothing;
  perform from members.attempt where key in (account_key, address_key) order by key for update;
  moment := clock_timestamp();
  select extract(epoch from max(blocked_until) - moment) into wait from members.attempt
    where key in (account_key, address_key);
  if wait > 0 then return ceil(wait); end if;
  update members.attempt a set failures = next.failures, counted_at = moment,
      blocked_until = case when round(next.failures) < next.free then moment
        else moment + least(900, 2 ^ (round(next.failures) - next.free + 1)) * interval '1 second' end
    from (select key, free, greatest(0, failures - extract(epoch from moment - counted_at) / leak) + 1 as failures
      from members.attempt join (values (account_key, 5, 3600), (address_key, 30, 60)) as r(of, free, leak) on of = key) next
    where a.key = next.key;
  return 0;
end`,
);

/** Takes the last count back from the address, and clears the account when everything was right. */
const forgive = identityFunction(
  'forgive_attempt(account_key text, address_key text, cleared boolean) returns void',
  `
begin
  perform from members.attempt where key in (account_key, address_key) order by key for update;
  update members.attempt set failures = greatest(0, failures - 1),
      blocked_until = case when failures - 1 < 30 then counted_at else blocked_until end
    where key = address_key;
  if cleared then delete from members.attempt where key = account_key; end if;
end`,
);

export const attemptSql = [table, count, forgive];
