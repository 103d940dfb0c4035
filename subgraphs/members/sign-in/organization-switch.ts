import sql from 'sql-template-tag';
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
import { updateRow } from '../../../shared/database/write-rows';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';
import { nextTokens } from './next-tokens';
import { servedOrganizations } from './served-organization';
import { SignIn } from './sign-in.entity';
import { tokensResolver } from './tokens-resolver';

@InputType({ description: 'Whom to act for from now on.' })
export class OrganizationSwitchInput {
  @Field(() => ID, { description: 'Another organisation that one serves.' })
  organization!: string;
}

@ObjectType({ description: 'What became of it.' })
export class OrganizationSwitchPayload extends Payload {}

export const OrganizationSwitchTokensResolver = tokensResolver(OrganizationSwitchPayload);

@Resolver(() => OrganizationSwitchPayload)
export class OrganizationSwitchResolver {
  @Mutation(() => OrganizationSwitchPayload, {
    nullable: true,
    description:
      'Changes to another organisation that one serves. One is active at a time: the tokens of before count no more.',
  })
  async organizationSwitch(
    @Arg('input', () => OrganizationSwitchInput, { description: 'Whom to act for.' })
    { organization }: OrganizationSwitchInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { session, viewer } = context;
    const { signInId, personId } = viewer;
    const organizationId = requireId('Organization', organization);
    if (signInId === null || personId === null) refuse('SIGN_IN_NEEDED');
    const served = await servedOrganizations(context);
    if (!served.some((one) => one.organizationId === organizationId)) refuse('NOT_FOUND', 'organization');
    await updateRow(session, SignIn, { organizationId }, sql`t.id = ${signInId} and t.ended_at is null`);
    return { organizationId, once: { tokens: await nextTokens(context, signInId) } };
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation one acts for now.' })
  organization(
    @Root() { organizationId }: { organizationId?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> | null {
    return organizationId === undefined ? null : loadById(context, Organization, organizationId);
  }
}
