import sql from 'sql-template-tag';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { issueTokens, type Tokens } from './tokens';

/** New tokens for a sign-in of one's own, as it stands now; the refresh token of before counts no more. */
export async function nextTokens(context: SubgraphContext, signInId: string): Promise<Tokens> {
  const [next] = await context.session.rows<{
    personId: string;
    organizationId: string;
    generation: number;
    secondFactorAt: Date | null;
  }>(sql`
update members.sign_in t set generation = t.generation + 1, last_used_at = now() where t.id = ${signInId} and t.ended_at is null
returning t.person_id as "personId", t.organization_id as "organizationId", t.generation, t.second_factor_at as "secondFactorAt"`);
  if (!next) refuse('SIGN_IN_ENDED');
  return issueTokens(context, {
    ...next,
    id: signInId,
    secondFactorAt: next.secondFactorAt?.getTime() ?? null,
  });
}
