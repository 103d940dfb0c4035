import { Directive, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { LocalizedText, type Translations } from '../language/localized-text';
import { type SourceRecord, type TermRecord, term, termOrNull } from './term';

@Directive('@shareable')
@ObjectType({
  description: 'A word of one of the shared vocabularies (see `taxonomy`): a stable code and its labels.',
})
export class Term {
  @Field({ description: 'The vocabulary, for instance `organisationKinds`.' })
  list!: string;

  @Field({ description: 'Stable code inside the list; what filters take.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'What people read.' })
  label!: Translations;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'What the term stands for, where the source says more than its name.',
  })
  details!: Translations | null;

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  note!: Translations | null;

  @Field(() => [SourceReference], {
    description: 'Where the term is written; empty for terms that are ours.',
  })
  sources!: readonly SourceRecord[];
}

@Directive('@shareable')
@ObjectType({ description: 'Lines of a document that a fact was taken from.' })
export class SourceReference {
  @Field(() => Term, { description: 'The document, a term of `sourceDocuments`.' })
  document!: TermRecord;

  @Field(() => [Int], { description: 'Line numbers, counted from 1.' })
  lines!: readonly number[];
}

@Resolver(() => SourceReference)
export class SourceReferenceResolver {
  @FieldResolver(() => Term)
  document(@Root() source: SourceRecord): TermRecord {
    return term('sourceDocuments', source.document);
  }
}

@Directive('@shareable')
@ObjectType({ description: 'A city, a district or a region.' })
export class Place {
  @Field({ description: 'Stable code; what `place` filters take.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'Its name.' })
  name!: Translations;

  @Field(() => Term, { description: 'City, neighbourhood or region (`placeKinds`).' })
  kind!: TermRecord;

  @Field(() => Term, { description: 'Its country (ISO 3166-1 alpha-2, list `countries`).' })
  country!: TermRecord;

  @Field(() => Place, { nullable: true, description: 'The place it lies in.' })
  parent!: PlaceRecord | null;
}

/** A place is a term of the list `places`; the resolver below gives it the shape people expect. */
export type PlaceRecord = TermRecord;

@Resolver(() => Place)
export class PlaceResolver {
  @FieldResolver(() => LocalizedText)
  name(@Root() place: PlaceRecord): Translations {
    return place.label;
  }

  @FieldResolver(() => Term)
  kind(@Root() place: PlaceRecord): TermRecord {
    return term('placeKinds', place.raw.kind!);
  }

  @FieldResolver(() => Term)
  country(@Root() place: PlaceRecord): TermRecord {
    return term('countries', place.raw.country!);
  }

  @FieldResolver(() => Place, { nullable: true })
  parent(@Root() place: PlaceRecord): PlaceRecord | null {
    return termOrNull('places', place.raw.parent ?? null);
  }
}
