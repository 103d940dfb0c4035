import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { chooseLanguage } from '../../../shared/language/choose-language';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';
import { Notice } from './notice.entity';

/** `$` stands for whom it is about. */
const sentences: Readonly<Record<string, { readonly en: string; readonly ar: string }>> = {
  ROLE_PROPOSED: {
    en: '$ is to get a role that opens other people’s data. Without a second approver it takes effect when the time has passed.',
    ar: 'يُقترح منح $ دورًا يفتح بيانات الآخرين. دون موافق ثانٍ يسري ذلك بعد انقضاء المدة.',
  },
  RECOVERY_REQUESTED: {
    en: 'The coalition was asked to let $ in again. If that is not wanted, an administrator can dismiss it.',
    ar: 'طُلب من التحالف إعادة فتح الدخول لـ $. إن لم يكن ذلك مطلوبًا فيمكن لمدير رفضه.',
  },
};

@Resolver(() => Notice)
export class NoticeResolver {
  @FieldResolver(() => String, { description: 'A sentence for people, in the language they asked for.' })
  message(@Root() { kind, about }: Notice, @Ctx() { languages }: SubgraphContext): string {
    const { language } = chooseLanguage(['ar', 'en'], languages);
    return sentences[kind]![language as 'ar' | 'en'].replace('$', () => about ?? '—');
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation it happens in.' })
  organization(
    @Root() { organizationId }: Notice,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> {
    return loadById(context, Organization, organizationId);
  }
}
