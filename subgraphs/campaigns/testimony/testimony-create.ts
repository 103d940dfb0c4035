import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { childOf } from '../../../shared/database/rows';
import { insertRow } from '../../../shared/database/write-rows';
import { toTranslations } from '../../../shared/language/translation-input';
import { refuse } from '../../../shared/mutation/user-errors';
import { newId, requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Bill } from '../bill/bill.entity';
import { Testimony, TestimonyBill, TestimonyState } from './testimony.entity';
import { TestimonyCreateInput } from './testimony.inputs';
import { TestimonyPayload } from './testimony.payload';

@Resolver()
export class TestimonyCreateResolver {
  @Mutation(() => TestimonyPayload, {
    nullable: true,
    description: 'Drafts testimony on a bill; private until it is approved.',
  })
  async testimonyCreate(
    @Arg('input', () => TestimonyCreateInput, { description: 'What it says, and about which bill.' })
    { bill, text }: TestimonyCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    if (!(await loadById(context, Bill, requireId('Bill', bill)))) refuse('NOT_FOUND', 'bill');
    const { organizationId } = context.viewer;
    const owned = { organizationId: organizationId!, sharingLevel: 'PRIVATE', id: newId('Testimony') };
    await insertRow(context.session, Testimony, {
      ...owned,
      state: TestimonyState.DRAFT,
      text: toTranslations(text, 'text'),
    });
    await insertRow(context.session, TestimonyBill, { ...childOf(owned), position: 0, billId: bill });
    return { id: owned.id };
  }
}
