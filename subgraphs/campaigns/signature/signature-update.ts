import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import { givenIds, givenLine } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type Person, sealedPerson } from './sealed-person';
import { Signature } from './signature.entity';
import { SignatureUpdateInput } from './signature.inputs';
import { loadCallKey, loadContacts } from './signature.repository';
import { requireByLink } from './signature-link';
import { SigningPayload } from './signing.resolver';

@Resolver()
export class SignatureUpdateResolver {
  @Mutation(() => SigningPayload, {
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
    const isChanged = Object.keys(changes).length > 0;
    if (kept.length === owners.length && !isChanged) refuse('REQUIRED');
    await context.session.rows(sql`
delete from campaigns.signature t where t.link_key = ${signature.linkKey} and t.organization_id <> all(${kept})`);
    if (isChanged) {
      const stay = contacts.filter(({ organizationId }) => kept.includes(organizationId));
      await change(context, stay, changes);
    }
    return { id: signature.id };
  }
}

/** @throws Refusal INVALID_STATE where nobody knows anything, or the call is for everybody no more */
async function change(context: SubgraphContext, rows: Signature[], changes: Partial<Person>): Promise<void> {
  const key = rows[0] ? await loadCallKey(context, rows[0].callId) : null;
  if (!key) refuse('INVALID_STATE', 'link');
  for (const { id } of rows)
    await updateRow(context.session, Signature, sealedPerson(key, id, changes), sql`t.id = ${id}`);
}

function readChanges({ name, place, comment }: Omit<SignatureUpdateInput, 'link'>): Partial<Person> {
  return {
    ...(name != null && { name: givenLine(name, 'name', 200) }),
    ...(place !== undefined && { place: place && givenLine(place, 'place', 200) }),
    ...(comment !== undefined && { comment: comment && givenLine(comment, 'comment', 2_000) }),
  };
}
