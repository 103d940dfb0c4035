import { Arg, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { SubgraphContext } from '../subgraph/context';
import { chooseLanguage, directionOf } from './choose-language';

/** As stored: one text per BCP 47 tag. Arabic and English are always there. */
export type Translations = Readonly<Record<string, string>>;

@Directive('@shareable')
@ObjectType({ description: 'One text in one language.' })
export class Translation {
  @Field({ description: 'BCP 47 tag of the language.' })
  language!: string;

  @Field({ description: 'The text.' })
  value!: string;

  @Field({ description: '`rtl` for a script written from right to left, else `ltr`.' })
  direction!: string;
}

@Directive('@shareable')
@ObjectType({
  description:
    'A text in every language it was given in. The fields without an argument follow `Accept-Language`; an explicit `language:` wins.',
})
export class LocalizedText {}

const languageArgument = { nullable: true, description: 'BCP 47 tag; overrides `Accept-Language`.' } as const;

@Resolver(() => LocalizedText)
export class LocalizedTextResolver {
  @FieldResolver(() => String, { description: 'The text in the chosen language.' })
  value(
    @Root() text: Translations,
    @Ctx() context: SubgraphContext,
    @Arg('language', () => String, languageArgument) language?: string,
  ): string {
    return text[choose(text, context, language).language]!;
  }

  @FieldResolver(() => String, { description: 'BCP 47 tag of the language that was chosen.' })
  language(
    @Root() text: Translations,
    @Ctx() context: SubgraphContext,
    @Arg('language', () => String, languageArgument) language?: string,
  ): string {
    return choose(text, context, language).language;
  }

  @FieldResolver(() => String, { description: '`rtl` or `ltr`, for the language that was chosen.' })
  direction(
    @Root() text: Translations,
    @Ctx() context: SubgraphContext,
    @Arg('language', () => String, languageArgument) language?: string,
  ): string {
    return directionOf(choose(text, context, language).language);
  }

  @FieldResolver(() => Boolean, {
    description: 'True when the text was not given in any language asked for, and another one stands in.',
  })
  isFallback(
    @Root() text: Translations,
    @Ctx() context: SubgraphContext,
    @Arg('language', () => String, languageArgument) language?: string,
  ): boolean {
    return choose(text, context, language).isFallback;
  }

  @FieldResolver(() => [Translation], { description: 'The text in every language it was given in.' })
  translations(@Root() text: Translations): Translation[] {
    return Object.entries(text).map(([language, value]) => ({
      language,
      value,
      direction: directionOf(language),
    }));
  }
}

function choose(text: Translations, context: SubgraphContext, language?: string) {
  // Tags have at most 35 characters; what is longer is none, and costs nothing per field.
  const wanted = language && language.length <= 35 ? [language] : [];
  return chooseLanguage(Object.keys(text), language ? wanted : context.languages);
}
