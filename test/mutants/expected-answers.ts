import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  parse,
} from 'graphql';
import { type Mark, markRows, marksIn } from '../canary/world/marks';
import { termsFor, viewerFor } from '../canary/world/may-see';
import type { Actor } from '../canary/world/people';
import { tableOfType } from '../canary/world/words';
import type { PlantedRow, World } from '../canary/world/world';
import { rightOfField } from '../testkit/field-groups';
import { mayReach } from '../testkit/field-oracle';
import { permissionMatrix } from '../testkit/permission-matrix';
import { clientSchema } from '../testkit/schema-arguments';

// biome-ignore lint/suspicious/noExplicitAny: answers have any shape
type Value = any;
type Path = readonly (string | number)[];

/** What was told at one place of an answer, and what one must be permitted to be told it. */
export interface Told {
  /** Names and ids that lead there, and the value. */
  readonly key: string;
  readonly rights: readonly string[];
  /** For each record on the way the rows that it may be: one of each is needed. */
  readonly records: readonly (readonly PlantedRow[])[];
  readonly marks: readonly Mark[];
  /** It tells of whoever asks: others are told something else at that place. */
  readonly isAboutAsker: boolean;
  /** Nothing follows for others: it tells of a record that is not known, or of sums. */
  readonly isVague: boolean;
}

/** A field that somebody asked of a record that was there. */
export interface Asked {
  readonly path: string;
  /** `Type.field` */
  readonly field: string;
  readonly right: string;
}

interface Way extends Omit<Told, 'marks'> {
  readonly lastId: string | null;
  /** The group of the record, while its own fields are read; null below fields of another group. */
  readonly home: string | null;
}

/** Reads answers in the light of the specification: which fields were asked of what, and what was told of which rows. */
export class AnswerReader {
  private readonly rowsById = new Map<string, PlantedRow[]>();
  private readonly marks: ReadonlyMap<string, Mark[]>;
  private readonly links: readonly PlantedRow[];

  constructor(private readonly world: World) {
    this.marks = markRows(world.rows);
    this.links = world.rows.filter(({ table }) => table.endsWith('_link'));
    for (const row of world.rows) {
      const { id } = row.values;
      if (typeof id === 'string') this.rowsById.set(id, [...(this.rowsById.get(id) ?? []), row]);
    }
  }

  read(query: string, data: Value): { asked: Asked[]; told: Told[]; wrong: string[] } {
    const asked: Asked[] = [];
    const told: Told[] = [];
    const wrong: string[] = [];
    const visit = (
      type: GraphQLObjectType,
      value: Value,
      fields: readonly FieldNode[],
      at: Path,
      way: Way,
    ) => {
      const here = type.name === 'Query' ? way : this.past(type, value, way);
      if (type.name === 'GroupSharing') wrong.push(...wrongLevels(value));
      for (const node of fields) {
        const name = node.alias?.value ?? node.name.value;
        const field = type.getFields()[node.name.value]!;
        const right = rightOfField(type.name, field.name, false) ?? 'open';
        asked.push({ path: JSON.stringify([...at, name]), field: `${type.name}.${field.name}`, right });
        const next: Way = {
          ...here,
          key: `${here.key} ${name}`,
          rights: right === 'open' ? here.rights : [...new Set([...here.rights, right])],
          home: right === 'open' || right === here.home ? here.home : null,
          isVague: here.isVague || isSum(field) || type.name === 'PageInfo',
          isAboutAsker: here.isAboutAsker || (type.name === 'Query' && isAboutAsker(field)),
        };
        const inner = getNamedType(field.type);
        const each = (one: Value, where: Path): void => {
          if (one === null || one === undefined) return;
          if (Array.isArray(one)) {
            for (const [n, part] of one.entries()) each(part, [...where, n]);
          } else if (isObjectType(inner)) {
            visit(inner, one, selectionOf(node), where, next);
          } else {
            const marks = this.marksOf(one);
            const rows = marks.length > 0 ? [] : this.rowsSaying(one, right, here);
            const isWord = typeof one === 'string' && !isOfTheMoment(one);
            // Of what is no row's own mark only words and codes of a record itself are the same for everybody.
            if (marks.length > 0 || rows.length > 0 || (isWord && (next.home !== null || next.isVague))) {
              const records = rows.length > 0 ? [...next.records, rows] : next.records;
              told.push({ ...next, key: `${next.key}=${one}`, records, marks });
            }
          }
        };
        each(value[name], [...at, name]);
      }
    };
    visit(clientSchema.getQueryType()!, data ?? {}, selectionOf(operationOf(query)), [], nowhere);
    return { asked, told, wrong };
  }

  /** The way on, past an object. */
  private past(type: GraphQLObjectType, value: Value, way: Way): Way {
    const id = typeof value.id === 'string' ? value.id : null;
    const table = tableOfType(type.name, this.world.tables);
    const rows = this.rowsOf(table, value, way);
    const links = id === null ? [] : this.linksBetween(way.lastId, id);
    return {
      ...way,
      key: id === null ? way.key : `${way.key} ${id}`,
      records: [...way.records, ...[rows, links].filter((some) => some.length > 0)],
      lastId: id ?? way.lastId,
      home: rows[0]?.group ?? way.home,
      isVague: way.isVague || ((id !== null || table !== undefined) && rows.length === 0),
    };
  }

  /** The rows that a record may be: by its id, by what is told of it, or by whose it is. */
  private rowsOf(table: string | undefined, value: Value, { records }: Way): PlantedRow[] {
    const isOfTable = (row: PlantedRow) => row.table.split('.')[1] === table;
    const owner = ownerIn(records);
    if (typeof value.id === 'string') {
      const all = (this.rowsById.get(value.id) ?? []).filter(({ group }) => group !== null);
      const found = table === undefined ? all : all.filter(isOfTable);
      const inside = found.filter(({ values }) => values.organization_id === owner);
      return inside.length > 0 ? inside : found;
    }
    if (table === undefined) return [];
    const shown = Object.values(value).flatMap((one: Value) => this.marksOf(one?.value ?? one));
    const marked = shown.map(({ row }) => row).filter(isOfTable);
    if (marked.length > 0) return marked;
    const whose = value.organization?.id ?? owner;
    return this.world.rows.filter((row) => isOfTable(row) && row.values.organization_id === whose);
  }

  private marksOf(value: Value): Mark[] {
    const isLeaf = typeof value === 'string' || typeof value === 'number';
    return isLeaf ? [...marksIn(`${value}`)].flatMap((mark) => this.marks.get(mark) ?? []) : [];
  }

  /** Rows of another group that say so of the record: the roles of a colleague. */
  private rowsSaying(value: Value, right: string, { lastId, home, records }: Way): PlantedRow[] {
    if (right === home || right === 'open' || lastId === null || typeof value !== 'string') return [];
    const owner = ownerIn(records);
    return this.world.rows.filter(
      ({ group, values }) =>
        group === right &&
        [values.person_id, values.id].includes(lastId) &&
        values.organization_id === owner &&
        Object.values(values).includes(value),
    );
  }

  /** Rows by which one record leads to the other. */
  private linksBetween(one: string | null, other: string): PlantedRow[] {
    if (one === null) return [];
    return this.links.filter(({ values: { organization_id: _, ...ends } }) => {
      const ids = Object.values(ends);
      return ids.includes(one) && ids.includes(other);
    });
  }
}

/** The organisation that was come through. */
const ownerIn = (records: Told['records']) =>
  records.flat().find(({ table }) => table === 'members.organization')?.values.id;

const nowhere: Way = {
  key: '',
  rights: [],
  records: [],
  lastId: null,
  home: null,
  isVague: false,
  isAboutAsker: false,
};

const selectionOf = (node: FieldNode) => (node.selectionSet?.selections ?? []) as readonly FieldNode[];
/** Times, and hashes of a log that grows. */
const isOfTheMoment = (text: string) => /^\d{4}-\d\d-\d\dT|^[0-9a-f]{4,}$/.test(text);
/** Reports, progress and counts of people add up what their reader may see. */
const isSum = ({ args, type }: GraphQLField<unknown, unknown>) =>
  args.some(({ name }) => name === 'period') || /(Progress|Counts)$/.test(getNamedType(type).name);
const isAboutAsker = (field: { readonly args: readonly { readonly name: string }[] }) =>
  field.args.every(({ name }) => !['id', 'first'].includes(name));
/** No organisation of the world has chosen how it shares. */
function wrongLevels({ group, level, cap, ceiling }: Value): string[] {
  const rule = permissionMatrix.get(group);
  if (rule === undefined || ceiling === undefined) return [];
  const isRight = level === rule.standard && cap === rule.ceiling && ceiling === rule.ceiling;
  return isRight ? [] : [`is told that ${group} has ${level}, at most ${cap} and ${ceiling}`];
}

/** The right of the field that a path of an answer ends with. */
export function rightAt(query: string, path: Path): string {
  let [fields, type, right] = [selectionOf(operationOf(query)), clientSchema.getQueryType()!, 'open'];
  for (const name of path.filter((one) => typeof one === 'string')) {
    const node = fields.find((one) => (one.alias ?? one.name).value === name)!;
    right = rightOfField(type.name, node.name.value, false) ?? 'open';
    fields = selectionOf(node);
    type = getNamedType(type.getFields()[node.name.value]!.type) as GraphQLObjectType;
  }
  return right;
}

const operationOf = (query: string) => parse(query).definitions[0] as unknown as FieldNode;

/** What the specification lets actors have, remembered. */
export class Permitted {
  private readonly fields = new Map<string, boolean>();
  private readonly rows = new Map<Actor, Map<PlantedRow, boolean>>();

  mayReach(actor: Actor, right: string): boolean {
    if (right === 'open') return true;
    const [group = '', operation = 'r'] = right.split(':');
    return remembered(this.fields, `${actor.name} ${right}`, () =>
      mayReach(group, operation, viewerFor(actor, group)),
    );
  }

  /** Whether a record on the way to it is nothing for the actor to see. */
  mustNotBeTold(actor: Actor, { records, isVague }: Told, links: Links): boolean {
    return !isVague && !records.every((rows) => rows.some((row) => this.mayRead(actor, row, links)));
  }

  /** Whether all that leads to it, and the thing itself, is the actor's to know. */
  mustBeTold(actor: Actor, { rights, records, marks, isVague }: Told, links: Links): boolean {
    return (
      !isVague &&
      rights.every((right) => this.mayReach(actor, right)) &&
      records.every((rows) => rows.some((row) => this.mayRead(actor, row, links))) &&
      (marks.length === 0 || marks.some(({ row, secret }) => !secret && this.mayRead(actor, row, links)))
    );
  }

  private mayRead(actor: Actor, row: PlantedRow, links: Links): boolean {
    if (links.length > 0) return termsFor(actor, row, links).length > 0;
    const known = remembered(this.rows, actor, () => new Map<PlantedRow, boolean>());
    return remembered(known, row, () => termsFor(actor, row).length > 0);
  }
}

/** Secret links that a question shows. */
type Links = readonly string[];

function remembered<Key, Found>(known: Map<Key, Found>, key: Key, find: () => Found): Found {
  let found = known.get(key);
  if (found === undefined) {
    found = find();
    known.set(key, found);
  }
  return found;
}
