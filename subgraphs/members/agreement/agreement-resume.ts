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
export class AgreementResumeResolver {
  @Mutation(() => AgreementPayload, {
    nullable: true,
    description: 'Resumes an agreement that one’s own organisation suspended.',
  })
  async agreementResume(
    @Arg('input', () => AgreementInput, { description: 'Which agreement.' }) { agreement }: AgreementInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const versions = await holdAgreement(context, agreement);
    const mine = versions.filter(
      (row) => isAlive(row) && row.suspendedByOrganization === context.viewer.organizationId,
    );
    if (mine.length === 0) refuse('INVALID_STATE', 'agreement');
    await updateRow(
      context.session,
      Agreement,
      { suspendedAt: null, suspendedByOrganization: null },
      sql`t.id = ${agreement} and t.suspended_by_organization = ${context.viewer.organizationId}`,
    );
    return { id: agreement };
  }
}
