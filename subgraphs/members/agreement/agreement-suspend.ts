import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Agreement } from './agreement.entity';
import { AgreementInput } from './agreement.inputs';
import { AgreementPayload } from './agreement.payload';
import { holdAgreement, isAlive, isSigned } from './agreement.repository';

@Resolver()
export class AgreementSuspendResolver {
  @Mutation(() => AgreementPayload, {
    nullable: true,
    description: 'Suspends an agreement: it opens nothing until one’s own organisation resumes it.',
  })
  async agreementSuspend(
    @Arg('input', () => AgreementInput, { description: 'Which agreement.' }) { agreement }: AgreementInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const versions = await holdAgreement(context, agreement);
    const alive = versions.filter((row) => isAlive(row) && isSigned(row));
    if (alive.length === 0 || alive.some((row) => row.suspendedAt !== null))
      refuse('INVALID_STATE', 'agreement');
    await updateRow(
      context.session,
      Agreement,
      { suspendedAt: new Date(), suspendedByOrganization: context.viewer.organizationId },
      // A version that is proposed is suspended with it: signing it must not be a way around.
      sql`t.id = ${agreement} and t.replaced_at is null`,
    );
    return { id: agreement };
  }
}
