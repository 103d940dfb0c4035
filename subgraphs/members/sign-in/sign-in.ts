import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { insertRow } from '../../../shared/database/write-rows';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';
import { AttemptPayload } from './attempt-payload';
import { proveCredentials } from './credentials';
import { ServedOrganization } from './served-organization';
import { SignIn } from './sign-in.entity';
import { issueTokens } from './tokens';
import { tokensResolver } from './tokens-resolver';

@InputType({ description: 'What one signs in with.' })
export class SignInInput {
  @Field({ description: 'The e-mail address of the account.' })
  email!: string;

  @Field({ description: 'The password.' })
  password!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation to act for; without it the one used last.',
  })
  organization?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A code of the second factor, or a recovery code; required once a second factor is switched on.',
  })
  code?: string;
}

@ObjectType({ description: 'What became of it.' })
export class SignInPayload extends AttemptPayload {
  @Field(() => [ServedOrganization], {
    nullable: true,
    description: 'All organisations that one may act for; `organizationSwitch` changes to another.',
  })
  organizations!: readonly ServedOrganization[] | null;
}

export const SignInTokensResolver = tokensResolver(SignInPayload);

@Resolver(() => SignInPayload)
export class SignInResolver {
  @Mutation(() => SignInPayload, {
    nullable: true,
    description:
      'Signs in with e-mail address and password. Ends after 30 days, or 7 days without use. Every reason to refuse it is answered alike.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'What one signs in with.' }) input: SignInInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { personId, organizationId, organizations, secondFactor } = await proveCredentials(context, input);
    const id = newId('SignIn');
    const secondFactorAt = secondFactor ? new Date() : null;
    await insertRow(context.session, SignIn, { id, personId, organizationId, secondFactorAt });
    const signIn = {
      id,
      personId,
      organizationId,
      generation: 1,
      secondFactorAt: secondFactorAt?.getTime() ?? null,
    };
    return { organizationId, organizations, once: { tokens: await issueTokens(context, signIn) } };
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation one acts for.' })
  organization(
    @Root() { organizationId }: { organizationId?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> | null {
    return organizationId === undefined ? null : loadById(context, Organization, organizationId);
  }
}
