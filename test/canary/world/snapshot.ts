import type { Client } from 'pg';
import type { Table } from './catalog';

/** A copy of every table beside it, so that a world which somebody changed can be as it was. */
export class Snapshot {
  private constructor(
    private readonly client: Client,
    private readonly back: string,
  ) {}

  static async take(client: Client, tables: readonly Table[]): Promise<Snapshot> {
    await client.query('create schema canary_copy');
    const back: string[] = [`truncate ${tables.map(({ name }) => name).join(', ')}`];
    for (const { name, columns } of tables) {
      const copy = `canary_copy.${name.replace('.', '_')}`;
      const list = columns.map((column) => column.name).join(', ');
      await client.query(`create table ${copy} as select ${list} from ${name}`);
      back.push(`insert into ${name} (${list}) select ${list} from ${copy}`);
    }
    return new Snapshot(client, back.join('; '));
  }

  async restore(): Promise<void> {
    await this.client.query(this.back);
  }
}
