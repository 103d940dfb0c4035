import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import { type SourceRecord, type TermRecord, term, termOrNull } from '../../../shared/taxonomy/term';
import { SourceReference, Term } from '../../../shared/taxonomy/term.type';

@ObjectType({ description: 'A law, charter, policy or international framework (taxonomy `instruments`).' })
export class Instrument {
  @Field({ description: 'Stable code; what the filter `instrument` takes.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'Its name.' })
  label!: Translations;

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  note!: Translations | null;

  @Field(() => [SourceReference], { description: 'Where it is written about.' })
  sources!: readonly SourceRecord[];
}

/** An instrument is a term; the resolver adds what only instruments have. */
@Resolver(() => Instrument)
export class InstrumentResolver {
  @FieldResolver(() => Term, { description: 'City law, charter, federal law … (`instrumentKinds`).' })
  kind(@Root() instrument: TermRecord): TermRecord {
    return term('instrumentKinds', instrument.raw.kind!);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Calendar year it is tied to; null where the sources give none.',
  })
  year(@Root() instrument: TermRecord): number | null {
    return instrument.raw.year ?? null;
  }

  @FieldResolver(() => Term, {
    nullable: true,
    description: 'Country whose law it is (ISO 3166-1, list `countries`); null for a worldwide framework.',
  })
  country(@Root() instrument: TermRecord): TermRecord | null {
    return termOrNull('countries', instrument.raw.country ?? null);
  }
}
