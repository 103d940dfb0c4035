import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { insertRow } from '../../../shared/database/write-rows';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { AttemptPayload } from '../sign-in/attempt-payload';
import { proveCredentials } from '../sign-in/credentials';
import { ExternalIdentity } from './external-identity.entity';

@InputType({ description: 'The account that the bearer of an identity provider’s token has here.' })
export class ExternalIdentityLinkInput {
  @Field({ description: 'Its e-mail address.' })
  email!: string;

  @Field({ description: 'Its password.' })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A code of its second factor, where one is switched on.',
  })
  code?: string;
}

@ObjectType({ description: 'What became of it.' })
export class ExternalIdentityLinkPayload extends AttemptPayload {}

@Resolver()
export class ExternalIdentityLinkResolver {
  @Mutation(() => ExternalIdentityLinkPayload, {
    nullable: true,
    description:
      'Asked with a token of the organisation’s identity provider: from now on such tokens sign in as the account whose password is shown.',
  })
  async externalIdentityLink(
    @Arg('input', () => ExternalIdentityLinkInput, { description: 'The account.' })
    input: ExternalIdentityLinkInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { external } = context.claims;
    if (external === null) refuse('SIGN_IN_NEEDED');
    if (context.viewer.personId !== null) refuse('ALREADY_DONE');
    const { organizationId } = external;
    const { personId } = await proveCredentials(context, { ...input, organization: organizationId });
    await insertRow(context.session, ExternalIdentity, { ...external, personId });
    return {};
  }
}
