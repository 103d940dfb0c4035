import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { updateRow, updateRows } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Agreement } from './agreement.entity';
import { AgreementInput } from './agreement.inputs';
import { AgreementPayload } from './agreement.payload';
import { holdAgreement } from './agreement.repository';
import { checkTerms } from './agreement-terms';

@Resolver()
export class AgreementSignResolver {
  @Mutation(() => AgreementPayload, {
    nullable: true,
    description:
      'Signs what the other party proposed: the agreement, or its new version, which from now on replaces the one before.',
  })
  async agreementSign(
    @Arg('input', () => AgreementInput, { description: 'Which agreement.' }) { agreement }: AgreementInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const [latest] = await holdAgreement(context, agreement);
    const { organizationId, personId } = context.viewer;
    if (latest.state !== 'PROPOSED' || latest.partnerId !== organizationId)
      refuse('INVALID_STATE', 'agreement');
    await checkTerms(context, latest.id, { ...latest, partnerId: latest.organizationId });
    const { id, version } = latest;
    const now = new Date();
    await updateRow(
      context.session,
      Agreement,
      { partnerSignedBy: personId, partnerSignedAt: now },
      sql`t.id = ${id} and t.version = ${version}`,
    );
    await updateRows(
      context.session,
      Agreement,
      { replacedAt: now },
      sql`t.id = ${id} and t.version < ${version} and t.replaced_at is null`,
    );
    return { id };
  }
}
