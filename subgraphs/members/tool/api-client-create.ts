import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { insertRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ApiClient } from './api-client.entity';
import { ApiClientCreateInput } from './tool.inputs';
import { ApiClientPayload } from './tool.payloads';

const maximumLength = 200;

@Resolver()
export class ApiClientCreateResolver {
  @Mutation(() => ApiClientPayload, {
    nullable: true,
    description:
      'Enters a third-party tool that is to act for one’s organisation. It can do nothing before it has a key.',
  })
  async apiClientCreate(
    @Arg('input', () => ApiClientCreateInput, { description: 'The tool.' }) input: ApiClientCreateInput,
    @Ctx() { session, viewer }: SubgraphContext,
  ): Promise<{ id: string }> {
    const name = input.name.trim();
    if (name === '') refuse('REQUIRED', 'name');
    if (name.length > maximumLength) refuse('TOO_LONG', 'name');
    const id = newId('ApiClient');
    await insertRow(session, ApiClient, {
      organizationId: viewer.organizationId!,
      id,
      name,
      createdBy: viewer.personId!,
    });
    return { id };
  }
}
