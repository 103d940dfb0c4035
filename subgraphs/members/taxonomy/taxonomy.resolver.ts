import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { HubError } from '../../../shared/errors';
import { searchTokens, withoutArticle, words } from '../../../shared/language/fold';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { allTerms, requireCode, type TermRecord, taxonomyLists } from '../../../shared/taxonomy/term';
import { Place, type PlaceRecord, Term } from '../../../shared/taxonomy/term.type';

@ObjectType({ description: 'A shared vocabulary.' })
export class Taxonomy {
  @Field({ description: 'Its name, as `Term.list` gives it.' })
  list!: string;

  @Field(() => [Term], { description: 'Its terms, in order.' })
  terms!: readonly TermRecord[];
}

/** Vocabularies are reference data without an owner: they live in the program, so these fields cost no statement. */
@Resolver()
export class TaxonomyResolver {
  @Query(() => [Taxonomy], { nullable: true, description: 'Every shared vocabulary.' })
  taxonomies(@Ctx() context: SubgraphContext): Taxonomy[] {
    context.spend(taxonomyLists.reduce((rows, list) => rows + allTerms(list).length, 0));
    return taxonomyLists.map((list) => ({ list, terms: allTerms(list) }));
  }

  @Query(() => Taxonomy, {
    nullable: true,
    description: 'One vocabulary: the codes that filters take, with labels in Arabic and English.',
  })
  taxonomy(
    @Arg('list', () => String, { description: 'Its name, for instance `themes`.' }) list: string,
  ): Taxonomy {
    if (!taxonomyLists.includes(list))
      throw new HubError('UNKNOWN_CODE', 'see taxonomies { list } for the names');
    return { list, terms: allTerms(list) };
  }

  @Query(() => [Place], { nullable: true, description: 'Places: their codes are what `place` filters take.' })
  places(
    @Arg('search', () => String, { nullable: true, description: 'Words of the name, in Arabic or English.' })
    search?: string,
    @Arg('country', () => String, { nullable: true, description: 'ISO 3166-1 alpha-2 code of the country.' })
    country?: string,
  ): PlaceRecord[] {
    const wanted = words(search ?? '').map(withoutArticle);
    if (country != null) requireCode('countries', country);
    return allTerms('places').filter((place) => {
      const tokens = searchTokens(Object.values(place.label));
      const named = wanted.every((word) => tokens.some((token) => token.startsWith(word)));
      return named && (country == null || place.raw.country === country);
    });
  }
}
