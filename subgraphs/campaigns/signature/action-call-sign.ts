import { Arg, Ctx, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { insertRow, insertRows } from '../../../shared/database/write-rows';
import { checkEmail } from '../../../shared/identity/email';
import { givenIds, givenLine, givenTag } from '../../../shared/mutation/input-values';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import { newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { sealedPerson } from './sealed-person';
import { Signature, Signing } from './signature.entity';
import { ActionCallSignInput } from './signature.inputs';
import { countSigning } from './signature-limit';
import { linkKeyOf, newSignatureLink } from './signature-link';
import { requireOpenCall } from './taking-signatures';

@ObjectType({
  description: 'What became of signing. Who signs again gets the same answer as who signs first.',
})
export class ActionCallSignPayload extends Payload {}

@Resolver(() => ActionCallSignPayload)
export class ActionCallSignResolver {
  @Mutation(() => ActionCallSignPayload, {
    nullable: true,
    description:
      'Signs a petition, makes a pledge, or does what else a call asks for. Anybody may. Whoever signs several times, through whichever organisations, counts once, and each of these is credited; nobody learns from the answer that somebody has signed before.',
  })
  async actionCallSign(
    @Arg('input', () => ActionCallSignInput, { description: 'Who signs what.' }) input: ActionCallSignInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { call, key, bringers } = await requireOpenCall(context, input.actionCall);
    const said = readSigner(input, bringers);
    await countSigning(context, call.id);
    const link = newSignatureLink();
    if (input.website) return { once: { link } };
    const linkKey = linkKeyOf(link);
    await context.session.present(linkKey);
    const id = newId('Signing');
    const shared = {
      leadId: call.organizationId,
      callId: call.id,
      linkKey,
      personKey: key.personKey(said.email),
    };
    await insertRow(context.session, Signing, {
      ...shared,
      organizationId: said.via,
      sharingLevel: 'PRIVATE',
      id,
    });
    const contacts = said.contactBy.map((organizationId) => {
      const own = newId('Signature');
      return {
        ...shared,
        ...sealedPerson(key, own, said),
        organizationId,
        id: own,
        bringerId: said.via,
        signingId: id,
        language: said.language,
        consentVersion: said.consentVersion!,
      };
    });
    await insertRows(context.session, Signature, contacts);
    return { once: { link } };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The private link to confirm, look at, change and withdraw the signature. Shown this once: pass it on to who signed. The hub sends no mail.',
  })
  link(@Root() { once }: { once?: { link: string } }): string | null {
    return once?.link ?? null;
  }
}

function readSigner(input: ActionCallSignInput, bringers: readonly string[]) {
  const { via = bringers[0]!, place, comment, consentVersion } = input;
  if (!bringers.includes(via)) refuse('NOT_FOUND', 'via');
  const contactBy = givenIds('Organization', input.contactBy, 'contactBy');
  if (!contactBy.every((organization) => bringers.includes(organization))) refuse('NOT_FOUND', 'contactBy');
  if (contactBy.length > 0 && consentVersion == null) refuse('REQUIRED', 'consentVersion');
  return {
    via,
    contactBy,
    name: givenLine(input.name, 'name', 200),
    email: checkEmail(input.email),
    place: place == null ? null : givenLine(place, 'place', 200),
    comment: comment == null ? null : givenLine(comment, 'comment', 2_000),
    language: givenTag(input.language, 'language'),
    consentVersion: consentVersion == null ? null : givenLine(consentVersion, 'consentVersion', 40),
  };
}
