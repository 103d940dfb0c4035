/** A noun's rows with one value of a column, which lists show by name, in the language of the viewer. */
interface FilteredOrder {
  readonly schema: string;
  readonly noun: string;
  readonly columns: readonly string[];
}

const languages = ['en', 'ar'] as const;

/**
 * For a migration: indexes that hold each value's rows in the order of their names. With an index of the value alone, or of
 * the names alone, a page reads all rows with the value, or all rows up to the last one with it.
 */
export const createFilteredOrder = ({ schema, noun, columns }: FilteredOrder): string =>
  columns
    .flatMap((column) =>
      languages.map(
        (language) =>
          `create index ${noun}_${column}_${language} on ${schema}.${noun} (${column}, sort_${language}, id);`,
      ),
    )
    .join('\n');

export const dropFilteredOrder = ({ schema, noun, columns }: FilteredOrder): string =>
  columns
    .flatMap((column) => languages.map((language) => `drop index ${schema}.${noun}_${column}_${language};`))
    .join('\n');
