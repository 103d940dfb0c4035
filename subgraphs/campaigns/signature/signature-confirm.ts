import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { updateRows } from '../../../shared/database/write-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Signing } from './signature.entity';
import { SignatureLinkInput } from './signature.inputs';
import { requireByLink } from './signature-link';
import { SigningPayload } from './signing.resolver';

@Resolver()
export class SignatureConfirmResolver {
  @Mutation(() => SigningPayload, {
    nullable: true,
    description: 'Confirms a signature by its private link. Once more changes nothing.',
  })
  async signatureConfirm(
    @Arg('input', () => SignatureLinkInput, { description: 'Which signature.' }) { link }: SignatureLinkInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { id } = await requireByLink(context, link);
    await updateRows(
      context.session,
      Signing,
      { confirmedAt: new Date() },
      sql`t.id = ${id} and t.confirmed_at is null`,
    );
    return { id };
  }
}
