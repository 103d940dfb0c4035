import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireOwnRecord } from '../record/own-record';
import { OutreachContactInput } from './outreach.inputs';
import { OutreachContactPayload } from './outreach.payload';
import { OutreachContact } from './outreach-contact.entity';

@Resolver()
export class OutreachContactArchiveResolver {
  @Mutation(() => OutreachContactPayload, {
    nullable: true,
    description: 'Puts a contact of one’s own organisation away: it stays as it is, and lists leave it out.',
  })
  async outreachContactArchive(
    @Arg('input', () => OutreachContactInput, { description: 'Which contact.' })
    { contact: id }: OutreachContactInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const contact = await requireOwnRecord(context, 'OutreachContact', OutreachContact, 'contact', { id });
    await reviseRow(context.session, OutreachContact, contact, { archivedAt: new Date() });
    return { id };
  }
}
