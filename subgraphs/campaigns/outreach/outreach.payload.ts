import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { OutreachContact } from './outreach-contact.entity';

@ObjectType({ description: 'What became of a contact.' })
export class OutreachContactPayload extends Payload {}

@Resolver(() => OutreachContactPayload)
export class OutreachContactPayloadResolver {
  @FieldResolver(() => OutreachContact, {
    nullable: true,
    description:
      'The contact; after a conflict of versions as it is now. Null for a tool, which notes contacts and reads none.',
  })
  contact(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<OutreachContact | null> | null {
    return id === undefined ? null : loadById(context, OutreachContact, id);
  }
}
