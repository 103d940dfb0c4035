import sql from 'sql-template-tag';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { type Connection, connectionType, connectionUnder } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCall } from '../action-call/action-call.entity';
import { Signature } from './signature.entity';
import { contactList, readPerson } from './signature.repository';

const SignatureConnection = connectionType(Signature, 'Signature');

@Resolver(() => ActionCall)
export class ActionCallSignaturesResolver {
  @FieldResolver(() => SignatureConnection, {
    nullable: true,
    description:
      'Who signed and agreed that one’s own organisation knows it: each person once, by their first signature that stands, the earliest first.',
  })
  signatures(
    @Root() { id }: ActionCall,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<Signature>> {
    return connectionUnder(context, contactList(sql`t.call_id = parent.id`), id, page);
  }
}

const sealed = 'null where the call is not shared with you any more.';

@Resolver(() => Signature)
export class SignatureResolver {
  @FieldResolver(() => ActionCall, { nullable: true, description: 'The call, where you see it.' })
  actionCall(@Root() { callId }: Signature, @Ctx() context: SubgraphContext): Promise<ActionCall | null> {
    return loadById(context, ActionCall, callId);
  }

  @FieldResolver(() => String, { nullable: true, description: `The person’s name; ${sealed}` })
  async name(@Root() row: Signature, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await readPerson(context, row))?.name ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: `Their e-mail address; ${sealed}` })
  async email(@Root() row: Signature, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await readPerson(context, row))?.email ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Where they live, in their own words.' })
  async place(@Root() row: Signature, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await readPerson(context, row))?.place ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why they sign, in their own words.' })
  async comment(@Root() row: Signature, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await readPerson(context, row))?.comment ?? null;
  }
}
