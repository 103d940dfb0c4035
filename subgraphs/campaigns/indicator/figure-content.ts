import { memberList } from '../../../shared/figure/figure-member';
import { MeasureQualifier } from '../../../shared/figure/measure';
import { toTranslations } from '../../../shared/language/translation-input';
import { givenCode, givenTag, givenUrl } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import { addUpTo, isNegative } from './decimal';
import { type Indicator, IndicatorMeasure } from './indicator.entity';
import type { Side } from './indicator-figure.type';
import type { DocumentRecord, IndicatorPeriod, PartRecord } from './indicator-period.entity';
import type { IndicatorDocumentInput, IndicatorFigureInput, IndicatorPartInput } from './period.inputs';

const mostDocuments = 20;
const mostParts = 50;

type Counted = Pick<Indicator, 'measure' | 'aggregable'>;

/**
 * The columns of one side of a period, all of them: what the input leaves out is empty from now on.
 * @throws Refusal that names the field
 */
export function readFigure(
  indicator: Counted,
  side: Side,
  { value = null, qualifier, comment, place, documents, parts }: IndicatorFigureInput,
): Partial<IndicatorPeriod> {
  const split = readParts(indicator, parts ?? []);
  if (value !== null) {
    givenNumber(indicator, value, 'value');
    checkSums(indicator, value, qualifier, split);
  }
  const columns = {
    Value: value,
    Qualifier: qualifier,
    Comment: comment ? toTranslations(comment, 'comment') : null,
    Place: place == null ? null : givenCode('places', place, 'place'),
    Documents: readDocuments(documents ?? []),
    Parts: split,
  };
  return Object.fromEntries(Object.entries(columns).map(([name, given]) => [`${side}${name}`, given]));
}

/** @throws Refusal INVALID for a number where words are wanted; NEGATIVE where things are counted */
export function givenNumber({ measure }: Pick<Counted, 'measure'>, value: string, field: string): string {
  if (measure === IndicatorMeasure.QUALITATIVE) refuse('INVALID', field);
  if (measure === IndicatorMeasure.UNIT && isNegative(value)) refuse('NEGATIVE', field);
  return value;
}

function readDocuments(documents: readonly IndicatorDocumentInput[]): DocumentRecord[] {
  if (documents.length > mostDocuments) refuse('TOO_MANY', 'documents');
  return documents.map(({ title, url, language }) => ({
    title: toTranslations(title, 'documents'),
    url: givenUrl(url, 'documents'),
    language: givenTag(language, 'documents'),
  }));
}

function readParts(indicator: Counted, parts: readonly IndicatorPartInput[]): PartRecord[] {
  if (parts.length > mostParts) refuse('TOO_MANY', 'parts');
  const known = new Set<string>();
  return parts.map(({ dimension, category, value }) => {
    givenCode('figureDimensions', dimension, 'parts');
    givenCode(memberList(dimension, category), category, 'parts');
    const key = `${dimension} ${category}`;
    if (known.has(key)) refuse('INVALID', 'parts');
    known.add(key);
    return { dimension, category, value: givenNumber(indicator, value, 'parts') };
  });
}

/** Only exact numbers of what may be added up have to fit: people can belong to two categories that overlap. */
function checkSums(
  { aggregable }: Counted,
  total: string,
  qualifier: MeasureQualifier,
  parts: readonly PartRecord[],
): void {
  if (!aggregable || qualifier !== MeasureQualifier.EXACT) return;
  for (const dimension of new Set(parts.map((part) => part.dimension))) {
    const values = parts.filter((part) => part.dimension === dimension).map(({ value }) => value);
    if (!addUpTo(values, total)) refuse('PARTS_DO_NOT_ADD_UP', 'parts');
  }
}
