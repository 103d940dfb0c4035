import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import { givenIds, givenLine } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type Person, sealedPerson } from './sealed-person';
import { SignatureContact } from './signature.entity';
import { SignatureUpdateInput } from './signature.inputs';
import { loadCallKey, loadContacts } from './signature.repository';
import { requireByLink } from './signature-link';
import { SignatureReceiptPayload } from './signature-receipt.resolver';

@Resolver()
export class SignatureUpdateResolver {
  @Mutation(() => SignatureReceiptPayload, {
    nullable: true,
    description: 'Changes by its private link what organisations know of a signature, and which of them do.',
  })
  async signatureUpdate(
    @Arg('input', () => SignatureUpdateInput, { description: 'What to change.' })
    { link, contactBy, ...said }: SignatureUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const signature = await requireByLink(context, link);
    const changes = readChanges(said);
    const contacts = await loadContacts(context, signature);
    const owners = contacts.map(({ organizationId }) => organizationId);
    const kept = contactBy == null ? owners : givenIds('Organization', contactBy, 'contactBy');
    if (!kept.every((organization) => owners.includes(organization))) refuse('NOT_FOUND', 'contactBy');
    if (kept.length < owners.length) {
      await context.session.rows(sql`
delete from campaigns.signature_contact t where t.link_key = ${signature.linkKey} and t.organization_id <> all(${kept})`);
    } else if (Object.keys(changes).length === 0) refuse('REQUIRED');
    const key = await loadCallKey(context, signature.callId);
    if (!key) refuse('INVALID_STATE', 'link');
    for (const { id, organizationId } of contacts) {
      if (kept.includes(organizationId) && Object.keys(changes).length > 0)
        await updateRow(context.session, SignatureContact, sealedPerson(key, id, changes), sql`t.id = ${id}`);
    }
    return { id: signature.id };
  }
}

function readChanges({ name, place, comment }: Omit<SignatureUpdateInput, 'link'>): Partial<Person> {
  return {
    ...(name != null && { name: givenLine(name, 'name', 200) }),
    ...(place !== undefined && { place: place && givenLine(place, 'place', 200) }),
    ...(comment !== undefined && { comment: comment && givenLine(comment, 'comment', 2_000) }),
  };
}
