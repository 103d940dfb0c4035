import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { insertRow } from '../../../shared/database/write-rows';
import { toTranslations } from '../../../shared/language/translation-input';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Agreement } from './agreement.entity';
import { AgreementAmendInput } from './agreement.inputs';
import { AgreementPayload } from './agreement.payload';
import { holdAgreement, isAlive } from './agreement.repository';
import { checkTerms } from './agreement-terms';

@Resolver()
export class AgreementAmendResolver {
  @Mutation(() => AgreementPayload, {
    nullable: true,
    description:
      'Proposes new terms as the next version and signs it for one’s own organisation. The present version stays in force until the other party signs; a version that nobody signed is superseded by the next one.',
  })
  async agreementAmend(
    @Arg('input', () => AgreementAmendInput, { description: 'The new terms.' }) input: AgreementAmendInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const [latest] = await holdAgreement(context, input.agreement);
    if (!isAlive(latest) || latest.suspendedAt !== null) refuse('INVALID_STATE', 'agreement');
    const organizationId = context.viewer.organizationId!;
    const person = context.viewer.personId!;
    const { id, version, startsOn } = latest;
    const terms = {
      partnerId: latest.organizationId === organizationId ? latest.partnerId : latest.organizationId,
      groups: input.groups ?? latest.groups,
      maximumLevel: input.maximumLevel ?? latest.maximumLevel,
      startsOn,
      endsOn: input.endsOn ?? latest.endsOn,
    };
    await checkTerms(context, id, terms);
    const now = new Date();
    await insertRow(context.session, Agreement, {
      ...terms,
      organizationId,
      id,
      version: version + 1,
      purpose: input.purpose ? toTranslations(input.purpose, 'purpose') : latest.purpose,
      proposedBy: person,
      proposedAt: now,
      signedBy: person,
      signedAt: now,
    });
    return { id };
  }
}
