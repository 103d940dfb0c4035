import { Arg, Ctx, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCall } from '../action-call/action-call.entity';
import { Organization } from '../stubs';
import type { Person } from './sealed-person';
import { Signing } from './signature.entity';
import { loadContacts, readPerson } from './signature.repository';
import { findByLink } from './signature-link';

@ObjectType({ description: 'What became of a signature.' })
export class SigningPayload extends Payload {}

@Resolver(() => SigningPayload)
export class SigningPayloadResolver {
  @FieldResolver(() => Signing, {
    nullable: true,
    description: 'The signature as it is now; null once it is withdrawn.',
  })
  signing(@Root() { id }: { id?: string }, @Ctx() context: SubgraphContext): Promise<Signing | null> | null {
    return id === undefined ? null : loadById(context, Signing, id);
  }
}

const kept = 'as long as an organisation may know it.';

@Resolver(() => Signing)
export class SigningResolver {
  @Query(() => Signing, {
    nullable: true,
    description: 'The signature behind a private link; null when there is none, or none any more.',
  })
  signing(
    @Ctx() context: SubgraphContext,
    @Arg('link', () => String, { description: 'The private link.' }) link: string,
  ): Promise<Signing | null> {
    return findByLink(context, link);
  }

  @FieldResolver(() => ActionCall, {
    nullable: true,
    description: 'What was signed, while it is for everybody.',
  })
  actionCall(@Root() { callId }: Signing, @Ctx() context: SubgraphContext): Promise<ActionCall | null> {
    return loadById(context, ActionCall, callId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Through whom one came.' })
  via(@Root() { organizationId }: Signing): EntityReference | null {
    return pointTo(organizationId);
  }

  @FieldResolver(() => [Organization], {
    nullable: 'itemsAndList',
    description: 'The organisations that may know who one is.',
  })
  async contactBy(
    @Root() signature: Signing,
    @Ctx() context: SubgraphContext,
  ): Promise<(EntityReference | null)[]> {
    const contacts = await loadContacts(context, signature);
    return contacts.map(({ organizationId }) => pointTo(organizationId));
  }

  @FieldResolver(() => String, { nullable: true, description: `One’s name, ${kept}` })
  async name(@Root() signature: Signing, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await said(context, signature))?.name ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: `One’s e-mail address, ${kept}` })
  async email(@Root() signature: Signing, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await said(context, signature))?.email ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: `Where one lives, ${kept}` })
  async place(@Root() signature: Signing, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await said(context, signature))?.place ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: `Why one signed, ${kept}` })
  async comment(@Root() signature: Signing, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await said(context, signature))?.comment ?? null;
  }
}

/** Every organisation was told the same. */
async function said(context: SubgraphContext, signature: Signing): Promise<Person | null> {
  const [contact] = await loadContacts(context, signature);
  return contact ? readPerson(context, contact) : null;
}
