import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { SignatureLinkInput } from './signature.inputs';
import { requireByLink } from './signature-link';
import { SigningPayload } from './signing.resolver';

@Resolver()
export class SignatureWithdrawResolver {
  @Mutation(() => SigningPayload, {
    nullable: true,
    description:
      'Withdraws a signature by its private link: it counts no more, for others from the next day on (UTC), and all that organisations kept of the person with it is erased at once. The link opens nothing any more.',
  })
  async signatureWithdraw(
    @Arg('input', () => SignatureLinkInput, { description: 'Which signature.' }) { link }: SignatureLinkInput,
    @Ctx() context: SubgraphContext,
  ): Promise<object> {
    const { id } = await requireByLink(context, link);
    // What organisations know of it goes with it; the database keeps for the day that there was one (`keep_withdrawn`).
    await context.session.rows(sql`delete from campaigns.signing t where t.id = ${id}`);
    return {};
  }
}
