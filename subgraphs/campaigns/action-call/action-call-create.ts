import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { insertRow } from '../../../shared/database/write-rows';
import { newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCall } from './action-call.entity';
import { ActionCallCreateInput } from './action-call.inputs';
import { ActionCallPayload } from './action-call.payload';
import { readActionCall } from './action-call-content';
import { readTarget } from './action-call-target';

@Resolver()
export class ActionCallCreateResolver {
  @Mutation(() => ActionCallPayload, {
    nullable: true,
    description: 'Drafts a call to action of one’s own organisation; nobody else sees it until it is opened.',
  })
  async actionCallCreate(
    @Arg('input', () => ActionCallCreateInput, { description: 'What it says.' })
    input: ActionCallCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const id = newId('ActionCall');
    await insertRow(context.session, ActionCall, {
      organizationId: context.viewer.organizationId!,
      sharingLevel: 'PRIVATE',
      id,
      ...readActionCall(input, { opensOn: null, closesOn: null }),
      ...(await readTarget(context, input)),
    });
    return { id };
  }
}
