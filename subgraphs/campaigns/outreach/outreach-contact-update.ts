import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireOwnRecord } from '../record/own-record';
import { OutreachContactUpdateInput } from './outreach.inputs';
import { OutreachContactPayload } from './outreach.payload';
import { OutreachContact } from './outreach-contact.entity';
import { readContact } from './outreach-content';

@Resolver()
export class OutreachContactUpdateResolver {
  @Mutation(() => OutreachContactPayload, {
    nullable: true,
    description: 'Changes what is noted of a contact of one’s own organisation.',
  })
  async outreachContactUpdate(
    @Arg('input', () => OutreachContactUpdateInput, { description: 'What to change.' })
    { contact: id, version, ...content }: OutreachContactUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const contact = await requireOwnRecord(context, 'OutreachContact', OutreachContact, 'contact', {
      id,
      version,
    });
    const changes = await readContact(context, content);
    if (Object.keys(changes).length === 0) refuse('REQUIRED');
    await reviseRow(context.session, OutreachContact, contact, changes);
    return { id };
  }
}
