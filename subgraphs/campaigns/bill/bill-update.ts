import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { indexChangedRow } from '../../../shared/database/search';
import { tagRows } from '../../../shared/database/tags';
import { insertRows, reviseRow } from '../../../shared/database/write-rows';
import { toTranslations } from '../../../shared/language/translation-input';
import { givenCode, givenCodes, givenLine } from '../../../shared/mutation/input-values';
import { Conflict, refuse } from '../../../shared/mutation/user-errors';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Bill, BillTag } from './bill.entity';
import { BillUpdateInput } from './bill.inputs';
import { BillPayload } from './bill.payload';
import { holdBills } from './hold-bills';
import { longestName } from './short-text';

@Resolver()
export class BillUpdateResolver {
  @Mutation(() => BillPayload, {
    nullable: true,
    description:
      'Changes what is said of a bill. Where it is imported, the next import that finds something else there says it again. For the coalition’s staff.',
  })
  async billUpdate(
    @Arg('input', () => BillUpdateInput, { description: 'What to change.' })
    { bill: id, version, subject, ...content }: BillUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    await holdBills(context);
    const before = isId('Bill', id) ? await loadById(context, Bill, id) : null;
    if (before?.organizationId !== context.viewer.organizationId) refuse('NOT_FOUND', 'bill');
    if (before.version !== version) throw new Conflict(id);
    const changes = readBillChanges(content);
    if (Object.keys(changes).length === 0 && subject == null) refuse('REQUIRED');
    await reviseRow(context.session, Bill, before, changes);
    if (subject != null) await replaceSubjects(context, before, subject);
    const texts = ({ identifier, title }: Bill) => [identifier, ...Object.values(title)];
    const now = { ...before, ...changes };
    await indexChangedRow(context.session, 'campaigns', 'bill', { ...now, texts: texts(now) }, texts(before));
    return { id };
  }
}

function readBillChanges({
  title,
  classification,
  chamber,
}: Pick<BillUpdateInput, 'title' | 'classification' | 'chamber'>): Partial<Bill> {
  return {
    ...(title != null && { title: toTranslations(title, 'title') }),
    ...(classification != null && {
      classification: givenCodes('billClassifications', classification, 'classification'),
    }),
    ...(chamber !== undefined && {
      chamber: chamber && givenCode('legislativeOrganizations', chamber, 'chamber'),
    }),
  };
}

async function replaceSubjects({ session }: SubgraphContext, bill: Bill, subject: readonly string[]) {
  const subjects = [...new Set(subject.map((one) => givenLine(one, 'subject', longestName)))];
  await session.rows(sql`
delete from campaigns.bill_tag t where t.subject_id = ${bill.id} and t.list = 'subjects'`);
  await insertRows(session, BillTag, tagRows(bill, { subjects }));
}
