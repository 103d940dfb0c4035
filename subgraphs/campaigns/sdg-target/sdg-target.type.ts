import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SourceRecord, TermRecord } from '../../../shared/taxonomy/term';
import { SourceReference } from '../../../shared/taxonomy/term.type';

@ObjectType({
  description: 'A target of the Sustainable Development Goals of the United Nations (taxonomy `sdgTargets`).',
})
export class SdgTarget {
  @Field({ description: 'Official code, for instance `10.7` or `16.b`; what filters take.' })
  code!: string;

  @Field(() => LocalizedText, {
    description: 'What it says, in short; of one that no source here names, its number.',
  })
  label!: Translations;

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  note!: Translations | null;

  @Field(() => [SourceReference], { description: 'Where programmes name it.' })
  sources!: readonly SourceRecord[];
}

/** A target is a term; the resolver adds what only targets have. */
@Resolver(() => SdgTarget)
export class SdgTargetResolver {
  @FieldResolver(() => Int, { description: 'Number of the goal it belongs to, 1 to 17.' })
  goal(@Root() target: TermRecord): number {
    return target.raw.goal!;
  }
}
