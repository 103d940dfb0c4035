import type { Translations } from '../../../shared/language/localized-text';
import { toTranslations } from '../../../shared/language/translation-input';
import { refuse } from '../../../shared/mutation/user-errors';
import { allTerms } from '../../../shared/taxonomy/term';
import { type OpenStatesBill, type OpenStatesPerson, openStatesBill } from './open-states';

/** A bill that can be written as it stands: every code is known, every text fits. */
export interface ReadBill {
  readonly bill: OpenStatesBill;
  readonly people: readonly OpenStatesPerson[];
  /** A text of the source as it is stored. */
  readonly textOf: (value: string) => Translations;
}

/**
 * Reads one bill of Open States.
 * @param json as the client sent it
 * @throws Refusal that names what is wrong, and where: `actions.3.date`
 */
export function readBill(json: string, language: string): ReadBill {
  const read = openStatesBill.safeParse(parsed(json));
  if (!read.success) refuse('INVALID', read.error.issues[0]!.path.join('.') || null);
  const bill = read.data;
  const people = [
    ...bill.sponsorships.flatMap(({ person }) => person ?? []),
    ...bill.votes.flatMap(({ votes }) => votes.flatMap(({ voter }) => voter ?? [])),
  ];
  checkCodes(bill, people);
  const textOf = (value: string) => toTranslations([{ language, value }], 'bills');
  // Now, and not once half of it is written.
  for (const text of textsOf(bill)) textOf(text);
  return { bill, people: [...new Map(people.map((one) => [one.id, one])).values()], textOf };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return refuse('NOT_READABLE');
  }
}

const textsOf = (bill: OpenStatesBill): string[] => [
  bill.title,
  ...bill.actions.map(({ description }) => description),
  ...bill.versions.map(({ note }) => note),
  ...bill.votes.map(({ motion_text: motion }) => motion),
];

function checkCodes(bill: OpenStatesBill, people: readonly OpenStatesPerson[]): void {
  const check = (vocabulary: string, field: string, ...codes: (string | undefined)[]) => {
    const known = new Set(allTerms(vocabulary).map(({ code }) => code));
    if (codes.some((code) => code !== undefined && !known.has(code))) refuse('UNKNOWN_CODE', field);
  };
  const body = (field: string, organization?: { classification?: string | undefined }) =>
    check('legislativeOrganizations', field, organization?.classification);
  check(
    'legislativeOrganizations',
    'current_role.org_classification',
    ...people.map(({ current_role: role }) => role?.org_classification),
  );
  check('jurisdictionClassifications', 'jurisdiction.classification', bill.jurisdiction.classification);
  body('from_organization.classification', bill.from_organization);
  check('billClassifications', 'classification', ...bill.classification);
  bill.actions.forEach(({ classification, organization }, n) => {
    check('billActionClassifications', `actions.${n}.classification`, ...classification);
    body(`actions.${n}.organization.classification`, organization);
  });
  bill.related_bills.forEach(({ relation_type: type }, n) => {
    check('billRelationTypes', `related_bills.${n}.relation_type`, type);
  });
  bill.votes.forEach((vote, n) => {
    check('voteClassifications', `votes.${n}.motion_classification`, ...vote.motion_classification);
    check('voteResults', `votes.${n}.result`, vote.result);
    body(`votes.${n}.organization.classification`, vote.organization);
    const options = [...vote.counts, ...vote.votes].map(({ option }) => option);
    check('voteOptions', `votes.${n}.votes`, ...options);
  });
}
