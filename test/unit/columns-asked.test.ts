import { Column, Entity } from 'typeorm';
import { columnsAsked, maximumSelections, NeededFor, withUnread } from '../../shared/database/columns-asked';

@Entity({ schema: 'library', name: 'book' })
class Book {
  @Column('text')
  id!: string;

  @NeededFor('title')
  @Column('text')
  title!: string;

  @NeededFor('published', 'age')
  @Column('date', { name: 'published_on' })
  publishedOn!: string;

  @NeededFor()
  @Column('text')
  shelf!: string;
}

const asking = (...fields: string[]) => ({ fields: new Set(fields) });
const whole = 't.id as "id", t.title as "title", t.published_on as "publishedOn", t.shelf as "shelf"';

describe('of a row are read', () => {
  it.each([
    ['what every field needs, where nothing else is asked for', [], 't.id as "id"'],
    ['what a field asked for needs', ['Book.title'], 't.id as "id", t.title as "title"'],
    ['what one of several fields needs', ['Book.age'], 't.id as "id", t.published_on as "publishedOn"'],
    ['nothing for a field of the same name on another type', ['Author.title'], 't.id as "id"'],
  ])('%s', (_, fields, columns) => {
    expect(columnsAsked(asking(...fields), Book).sql).toBe(columns);
  });

  it('all columns, where nobody can say what is asked for', () => {
    expect(columnsAsked({ fields: null }, Book).sql).toBe(whole);
  });
});

it('fails where a column is touched that was not read', () => {
  const columns = columnsAsked(asking('Book.title'), Book);
  const [row] = withUnread(columns, [{ id: 'b1', title: 'Exile' } as Book]);
  expect(row).toEqual({ id: 'b1', title: 'Exile' });
  expect(() => row!.publishedOn).toThrow('Book.publishedOn was not read');
});

it('prepares no more than so many choices of one entity, and reads by the narrowest of them what else is asked for', () => {
  @Entity({ schema: 'library', name: 'wide' })
  class Wide {}
  const fields = Array.from({ length: 6 }, (_, n) => `field${n}`);
  for (const field of fields) {
    Column('text')(Wide.prototype, field);
    NeededFor(field)(Wide.prototype, field);
  }
  const read = (...asked: string[]) =>
    [...columnsAsked(asking(...asked.map((field) => `Wide.${field}`)), Wide).sql.matchAll(/t\.(\w+)/g)].map(
      ([, column]) => column!,
    );
  const texts = new Set<string>();
  for (let choice = 63; choice >= 0; choice--) {
    const asked = fields.filter((_, n) => choice & (1 << n));
    const columns = read(...asked);
    expect(columns).toEqual(expect.arrayContaining(asked));
    texts.add(columns.join());
  }
  expect(texts.size).toBe(maximumSelections + 1);
  expect(read('field0')).toEqual(['field0', 'field5']);
});
