import { getNamedType, isInputObjectType, isRequiredArgument } from 'graphql';
import { clientSchema } from '../../testkit/schema-arguments';
import type { Actor } from '../world/people';
import type { Question } from './question';
import type { Stock } from './stock';
import { idKind } from './values';

/** How many aliases a document may have and be planned fast. */
const together = 12;

/** For each filter of a root list that takes an id, or words, a question for every id and word there is. */
export function filterQuestions(actor: Actor, stock: Stock): Question[] {
  return Object.values(clientSchema.getQueryType()!.getFields()).flatMap((list) => {
    const filter = list.args.find(({ name }) => name === 'filter');
    const input = filter && getNamedType(filter.type);
    if (!filter || !isInputObjectType(input) || list.args.some((argument) => isRequiredArgument(argument)))
      return [];
    const fields = Object.values(input.getFields()).filter(
      ({ name, type }) => `${type}` === 'ID' || ['search', 'activity'].includes(name),
    );
    return fields.flatMap(({ name, type }) => {
      const values =
        `${type}` === 'ID'
          ? (stock.ids.get(idKind(name) ?? '') ?? [])
          : [...some(stock.words), ...some(stock.texts)];
      return chunks(values).map((part) => {
        const asked = part.map(
          (_, n) =>
            `r${n}: ${list.name}(first: 5, filter: { ${name}: $v${n} }) { totalCount nodes { __typename } }`,
        );
        return {
          actor,
          language: 'en',
          query: `query (${part.map((_, n) => `$v${n}: ${type}`).join(', ')}) { ${asked.join(' ')} }`,
          variables: Object.fromEntries(part.map((value, n) => [`v${n}`, value])),
        };
      });
    });
  });
}

const chunks = (values: readonly string[]) =>
  Array.from({ length: Math.ceil(values.length / together) }, (_, n) =>
    values.slice(n * together, (n + 1) * together),
  );

/** Every so many, two dozen in all. */
const some = (words: readonly string[]) => {
  const step = Math.max(1, Math.floor(words.length / 24));
  return words.filter((_, n) => n % step === 0);
};
