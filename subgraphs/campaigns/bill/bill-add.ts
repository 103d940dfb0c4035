import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { coalitionId } from '../../../shared/coalition';
import { loadById } from '../../../shared/database/load-rows';
import { indexNewRow } from '../../../shared/database/search';
import { insertRow } from '../../../shared/database/write-rows';
import { HubError } from '../../../shared/errors';
import { toTranslations } from '../../../shared/language/translation-input';
import { givenLine } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import { newId, requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireCode } from '../../../shared/taxonomy/term';
import { Jurisdiction } from '../jurisdiction/jurisdiction.entity';
import { Bill } from './bill.entity';
import { BillAddInput } from './bill.inputs';
import { BillPayload } from './bill.payload';
import { holdBills } from './hold-bills';
import { longestName } from './short-text';

@Resolver()
export class BillAddResolver {
  @Mutation(() => BillPayload, {
    nullable: true,
    description:
      'Adds a bill that is not known here yet; the coalition keeps it. For campaigners of every active member and the coalition’s staff.',
  })
  async billAdd(
    @Arg('input', () => BillAddInput, { description: 'The bill.' }) input: BillAddInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { organizationId, roles } = context.viewer;
    // Campaigners of members add bills to what the coalition keeps; its own people do so as its staff.
    if (organizationId === coalitionId && !roles.includes('COALITION_STAFF')) throw new HubError('FORBIDDEN');
    const jurisdiction = await loadById(context, Jurisdiction, requireId('Jurisdiction', input.jurisdiction));
    if (jurisdiction?.organizationId !== coalitionId) refuse('NOT_FOUND', 'jurisdiction');
    const legislativeSession = givenLine(input.legislativeSession, 'legislativeSession', longestName);
    const identifier = givenLine(input.identifier, 'identifier', longestName);
    await holdBills(context);
    const known = await context.session.rows(sql`
select from campaigns.bill t where t.jurisdiction_id = ${jurisdiction.id}
  and t.legislative_session = ${legislativeSession} and t.identifier = ${identifier}`);
    if (known.length > 0) refuse('ALREADY_KNOWN', 'identifier');
    const owned = { organizationId: coalitionId, sharingLevel: 'PUBLIC', id: newId('Bill') };
    const title = toTranslations(input.title, 'title');
    const classification = (input.classification ?? []).map((code) =>
      requireCode('billClassifications', code),
    );
    await insertRow(context.session, Bill, {
      ...owned,
      jurisdictionId: jurisdiction.id,
      legislativeSession,
      identifier,
      title,
      classification,
      versions: [],
      sponsorships: [],
    });
    const texts = [identifier, ...Object.values(title)];
    await indexNewRow(context.session, 'campaigns', 'bill', { ...owned, texts });
    return { id: owned.id };
  }
}
