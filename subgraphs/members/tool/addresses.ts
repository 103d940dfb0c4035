import { isIP } from 'node:net';
import sql from 'sql-template-tag';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';

const maximum = 50;

/**
 * Addresses and subnets in PostgreSQL's spelling, without the bits that a subnet does not count.
 * @throws Refusal when one of them is neither
 */
export async function readAddresses(
  { session }: SubgraphContext,
  texts: readonly string[],
): Promise<readonly string[]> {
  if (texts.length > maximum) refuse('TOO_MANY', 'addresses');
  if (!texts.every(isAddressOrSubnet)) refuse('INVALID', 'addresses');
  if (texts.length === 0) return [];
  const rows = await session.rows<{ subnet: string }>(sql`
select distinct network(text::inet)::text as subnet from unnest(${texts}::text[]) as given(text) order by 1`);
  return rows.map(({ subnet }) => subnet);
}

function isAddressOrSubnet(text: string): boolean {
  const [address, length, ...rest] = text.split('/') as [string, string?];
  // A zone (`fe80::1%eth0`) means something on one machine only.
  const version = address.includes('%') ? 0 : isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (length === undefined) return true;
  return /^\d{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128);
}
