/** How much one request may ask for. Every limit can be changed for each gateway. */
export interface Limits {
  /** Bytes of a request body. */
  readonly bodyBytes: number;
  /** Lexical tokens of a document; the explorer's introspection query has about 300. */
  readonly tokens: number;
  /** Levels of fields below the operation; the impact report needs about 9. Introspection is not counted. */
  readonly depth: number;
  /** Aliased fields of an operation, those of its fragments counted as often as they are spread. */
  readonly aliases: number;
  /** Fields directly under `query` or `mutation`. */
  readonly rootFields: number;
  /** Selections once every fragment is written out: small documents can hide millions. */
  readonly selections: number;
  /** Mistakes of a document that are told. Each costs work and bytes, and a small document can make thousands. */
  readonly mistakes: number;
  /** Elements of a list in an argument or a variable. */
  readonly listItems: number;
  /** Levels of lists and objects in an argument or a variable; filters need 3. */
  readonly inputDepth: number;
  /** Values in all variables together, however they are nested. */
  readonly inputValues: number;
  /** What the operation may cost, by the sizes of the pages it asks for; see `operation-cost.ts`. */
  readonly cost: number;
  /** Milliseconds until one subgraph must have answered; afterwards its fields are missing. */
  readonly subgraphTimeout: number;
  /** Milliseconds until the whole request must be answered. */
  readonly requestTimeout: number;
}

export const defaultLimits: Limits = {
  bodyBytes: 1024 * 1024,
  tokens: 3000,
  depth: 15,
  aliases: 30,
  rootFields: 20,
  selections: 10_000,
  mistakes: 5,
  listItems: 100,
  inputDepth: 8,
  inputValues: 3000,
  cost: 100_000,
  subgraphTimeout: 10_000,
  requestTimeout: 25_000,
};
