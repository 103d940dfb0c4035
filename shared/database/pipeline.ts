import { type PoolClient, types } from 'pg';
import { prepareValue } from 'pg/lib/utils';
import { serialize } from 'pg-protocol';

export interface PipelinedStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Under which it is prepared on the connection; without one it is parsed each time. */
  readonly name?: string | undefined;
}

type Row = Record<string, unknown>;

/**
 * Several statements in one message to PostgreSQL, with one answer. Until the answer is complete they are one transaction,
 * if none is open: what the first one sets with `set local` counts for the others and for nobody after them. When one
 * fails, those behind it do not run. For `client.query`; `pg` itself sends a message for each statement.
 */
export class Pipeline {
  /** Rows of each statement, or what went wrong. `pg` puts a function of its own around it to watch the time. */
  callback: (error: Error | null, results?: Row[][]) => void = () => {};
  private readonly results: Row[][];
  private prepared!: Map<string, Shape>;
  /** Of the statement whose answer is coming in. */
  private shape: Shape = [];
  private current = 0;

  constructor(private readonly statements: readonly PipelinedStatement[]) {
    this.results = statements.map(() => []);
  }

  submit(connection: Connection): null {
    this.prepared = preparedOn(connection);
    const messages = this.statements.flatMap((statement) => this.messagesOf(statement));
    connection.stream.write(Buffer.concat([...messages, serialize.sync()]));
    this.expect(0);
    return null;
  }

  private messagesOf({ text, values, name = '' }: PipelinedStatement): Buffer[] {
    const bind = serialize.bind({ statement: name, values: values as unknown[], valueMapper: prepareValue });
    const execute = serialize.execute();
    if (this.prepared.has(name)) return [bind, execute];
    const parse = serialize.parse({ text, name });
    const describe = serialize.describe({ type: 'P' });
    // It may be there all the same, when a statement before it failed; closing one that is not is no mistake.
    return name
      ? [serialize.close({ type: 'S', name }), parse, bind, describe, execute]
      : [parse, bind, describe, execute];
  }

  private expect(statement: number): void {
    this.current = statement;
    this.shape = this.prepared.get(this.statements[statement]?.name ?? '') ?? [];
  }

  handleRowDescription({ fields }: { fields: readonly FieldDescription[] }): void {
    this.shape = fields.map(({ name, dataTypeID }) => ({ name, parse: types.getTypeParser(dataTypeID) }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const row: Row = {};
    let place = 0;
    for (const { name, parse } of this.shape) {
      const text = fields[place++]!;
      row[name] = text === null ? null : parse(text);
    }
    this.results[this.current]!.push(row);
  }

  handleCommandComplete(): void {
    const { name } = this.statements[this.current]!;
    if (name) this.prepared.set(name, this.shape);
    this.expect(this.current + 1);
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete();
  }

  handleError(error: Error): void {
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback(null, this.results);
  }
}

/** Runs statements as one {@link Pipeline}: the rows of each. */
export function runPipeline(client: PoolClient, statements: readonly PipelinedStatement[]): Promise<Row[][]> {
  const pipeline = new Pipeline(statements);
  return new Promise((resolve, reject) => {
    pipeline.callback = (error, results) => (error ? reject(error) : resolve(results!));
    client.query(pipeline as never);
  });
}

type Shape = readonly { readonly name: string; readonly parse: (text: string) => unknown }[];

/** Columns of the statements that are prepared on a connection, by name. */
const shapes = new WeakMap<Connection, Map<string, Shape>>();

function preparedOn(connection: Connection): Map<string, Shape> {
  let prepared = shapes.get(connection);
  if (!prepared) {
    prepared = new Map();
    shapes.set(connection, prepared);
  }
  return prepared;
}

interface FieldDescription {
  readonly name: string;
  readonly dataTypeID: number;
}

/** What is needed of `pg`'s connection. */
interface Connection {
  readonly stream: { write(message: Buffer): void };
}
