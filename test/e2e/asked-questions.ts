import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import type { Asker } from '../testkit/hub';

/**
 * Questions that people really ask, each as the document one would write from the schema's own descriptions
 * (`questions/*.graphql`, a file for each kind of asker). A document selects exactly what answers the question,
 * so the values in the answer, taken in order, must be the expected ones and nothing else. An operation is named
 * after its question: `beirut_sdg` asks `beirut-sdg`.
 */
export interface AskedQuestion {
  readonly id: string;
  readonly document: string;
  /** Somebody of a member organisation. */
  readonly asker: Asker;
}

export const questionFolder = join(__dirname, 'questions');

/** Whom a file's questions interest, and so who asks them. */
export const askers: Readonly<Record<string, Asker>> = {
  'city-office.graphql': 'mima:VIEWER',
  'mediterranean-cities.graphql': 'mc2cm:VIEWER',
  'national-alliance.graphql': 'nair:VIEWER',
  'return-and-reintegration.graphql': 'iom-morocco:VIEWER',
};

export const askedQuestions = Object.entries(askers).flatMap(([file, asker]) =>
  operationsOf(file).map(
    (operation): AskedQuestion => ({
      id: operation.name!.value.replaceAll('_', '-'),
      document: print(operation),
      asker,
    }),
  ),
);

function operationsOf(file: string): OperationDefinitionNode[] {
  const { definitions } = parse(readFileSync(join(questionFolder, file), 'utf8'));
  return definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}
