import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Agreement } from './agreement.entity';
import { AgreementInput } from './agreement.inputs';
import { AgreementPayload } from './agreement.payload';
import { holdAgreement, isAlive } from './agreement.repository';

@Resolver()
export class AgreementRevokeResolver {
  @Mutation(() => AgreementPayload, {
    nullable: true,
    description:
      'Ends an agreement at once and for good, or withdraws or declines one that is only proposed. Either party may.',
  })
  async agreementRevoke(
    @Arg('input', () => AgreementInput, { description: 'Which agreement.' }) { agreement }: AgreementInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const versions = await holdAgreement(context, agreement);
    if (!versions.some(isAlive)) refuse('INVALID_STATE', 'agreement');
    await updateRow(
      context.session,
      Agreement,
      { revokedAt: new Date(), revokedByOrganization: context.viewer.organizationId },
      sql`t.id = ${agreement} and t.replaced_at is null and t.revoked_at is null`,
    );
    return { id: agreement };
  }
}
