import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { insertRow } from '../../../shared/database/write-rows';
import { toTranslations } from '../../../shared/language/translation-input';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId, newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Agreement } from './agreement.entity';
import { AgreementProposeInput } from './agreement.inputs';
import { AgreementPayload } from './agreement.payload';
import { holdPair } from './agreement.repository';
import { checkFirstDay, checkTerms } from './agreement-terms';

@Resolver()
export class AgreementProposeResolver {
  @Mutation(() => AgreementPayload, {
    nullable: true,
    description:
      'Proposes a sharing agreement to another member organisation and signs it for one’s own. It opens nothing before the other party has signed.',
  })
  async agreementPropose(
    @Arg('input', () => AgreementProposeInput, { description: 'Its terms.' })
    { partner, purpose, groups, maximumLevel, startsOn, endsOn }: AgreementProposeInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const organizationId = context.viewer.organizationId!;
    const person = context.viewer.personId!;
    const id = newId('Agreement');
    const terms = { partnerId: partner, groups, maximumLevel, startsOn, endsOn };
    if (partner === organizationId) refuse('INVALID', 'partner');
    if (!(await isActiveMember(context, partner))) refuse('NOT_FOUND', 'partner');
    await holdPair(context, organizationId, partner);
    await checkTerms(context, id, terms);
    await checkFirstDay(context, startsOn);
    const now = new Date();
    await insertRow(context.session, Agreement, {
      ...terms,
      organizationId,
      id,
      version: 1,
      groups: [...groups],
      purpose: toTranslations(purpose, 'purpose'),
      proposedBy: person,
      proposedAt: now,
      signedBy: person,
      signedAt: now,
    });
    return { id };
  }
}

/** An organisation that does not exist, is hidden or is a directory entry is no partner: the answer is the same. */
async function isActiveMember(context: SubgraphContext, id: string): Promise<boolean> {
  if (!isId('Organization', id)) return false;
  const found = await context.session.rows(sql`
select from members.membership t where t.id = ${id} and t.status = 'ACTIVE'`);
  return found.length > 0;
}
