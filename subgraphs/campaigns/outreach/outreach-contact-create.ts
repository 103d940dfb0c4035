import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { insertRow } from '../../../shared/database/write-rows';
import { newId } from '../../../shared/schema/type-id';
import { standardLevel } from '../../../shared/sharing/row-levels';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { OutreachContactCreateInput } from './outreach.inputs';
import { OutreachContactPayload } from './outreach.payload';
import { OutreachContact } from './outreach-contact.entity';
import { readContact } from './outreach-content';

@Resolver()
export class OutreachContactCreateResolver {
  @Mutation(() => OutreachContactPayload, {
    nullable: true,
    description:
      'Notes that somebody of one’s own organisation was in contact with somebody. Tools may, too.',
  })
  async outreachContactCreate(
    @Arg('input', () => OutreachContactCreateInput, { description: 'The contact.' })
    content: OutreachContactCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const id = newId('OutreachContact');
    await insertRow(context.session, OutreachContact, {
      organizationId: context.viewer.organizationId!,
      id,
      sharingLevel: await standardLevel(context, 'outreach.log'),
      ...(await readContact(context, content)),
    });
    return { id };
  }
}
