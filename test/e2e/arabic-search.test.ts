import { type Asker, startTestHub, type TestHub, transports } from '../testkit/hub';
import { seedFiles } from '../testkit/seed';

interface Named {
  readonly slug: string;
  readonly name: string;
}

const searched: readonly { list: string; as: Asker; rows: readonly Named[] }[] = [
  {
    list: 'organizations',
    as: 'public',
    rows: seedFiles.organizations.map(({ slug, names }) => ({ slug, name: names.ar })),
  },
  {
    list: 'campaigns',
    as: 'bicf:VIEWER',
    rows: seedFiles.campaigns.map(({ slug, titles }) => ({ slug, name: titles.ar! })),
  },
  {
    list: 'events',
    as: 'public',
    rows: seedFiles.events.map(({ slug, titles }) => ({ slug, name: titles.ar! })),
  },
  {
    list: 'services',
    as: 'public',
    rows: seedFiles.services.map(({ slug, names }) => ({ slug, name: names.ar })),
  },
];

const letter = /[ء-ي]/;
const eachWord = (change: (word: string) => string) => (name: string) =>
  name.split(' ').map(change).join(' ');

/** Ways in which people write the same name. A spelling that changes nothing in a name is not asked for. */
const spellings: Readonly<Record<string, (name: string) => string>> = {
  'as it is written': (name) => name,
  'with a bare alef': (name) => name.replace(/[أإآ]/g, 'ا'),
  'with a hamza on every first alef': eachWord((word) => word.replace(/^(ال)?ا(?=[ء-ي]{2})(?!ل)/, '$1أ')),
  'with heh for teh marbuta': (name) => name.replace(/ة/g, 'ه'),
  'with teh marbuta for a last heh': eachWord((word) => word.replace(/ه$/, 'ة')),
  'with yeh for alef maqsura': (name) => name.replace(/ى/g, 'ي'),
  'with alef maqsura for a last yeh': eachWord((word) => word.replace(/ي$/, 'ى')),
  'with a Persian yeh and kaf': (name) => name.replace(/ي/g, 'ی').replace(/ك/g, 'ک'),
  'without the article': eachWord((word) => word.replace(/^ال(?=[ء-ي]{3})/, '')),
  'with the article': eachWord((word) => (/^(?!ال|و|ب|ل|ف|ك)[ء-ي]{3}/.test(word) ? `ال${word}` : word)),
  'with every vowel': (name) => name.replace(/[ء-ي]/g, '$&َ'),
  'with shadda and tanwin': eachWord((word) => word.replace(/([ء-ي])([ء-ي])$/, '$1ّ$2ً')),
  'without any mark': (name) => name.replace(/\p{M}/gu, ''),
  'with tatweel': eachWord((word) => word.replace(/^([ء-ي])(?=[ء-ي])/, '$1ـــ')),
  'in presentation forms': (name) => name.replace(/لا/g, 'ﻻ'),
  'with marks around it': (name) => `«${name}»!؟،`,
  'with marks of direction in it': (name) => `\u202b${name.replace(/ /g, ' \u200f')}\u202c`,
};

/** A search takes eight words. */
const short = (text: string) => text.split(' ').slice(0, 8).join(' ');
describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  describe.each(searched)('each of the $list is found', ({ list, as, rows }) => {
    const arabic = rows.filter(({ name }) => letter.test(name));

    it.each(Object.keys(spellings))('%s', async (spelling) => {
      const asked = arabic
        .map((row) => ({ ...row, text: short(spellings[spelling]!(row.name)) }))
        .filter(({ text, name }) => spelling === 'as it is written' || text !== short(name));
      expect(await missed(asked)).toEqual([]);
    });

    it('in at least eleven spellings that differ', () => {
      const differing = Object.values(spellings).filter((spell) =>
        arabic.some(({ name }) => spell(name) !== name),
      );
      expect(differing.length).toBeGreaterThanOrEqual(11);
      expect(arabic.length).toBeGreaterThanOrEqual(15);
    });

    it('and others are not', async () => {
      const { data } = await hub.ask(`{ ${list}(filter: { search: "ظظظظ" }) { totalCount } }`, { as });
      expect(data[list].totalCount).toBe(0);
    });

    /** Those of the rows that a search for their text does not find. */
    async function missed(asked: readonly (Named & { text: string })[]): Promise<object[]> {
      const lost: object[] = [];
      for (let start = 0; start < asked.length; start += 20) {
        const batch = asked.slice(start, start + 20);
        const fields = batch.map(
          ({ text }, n) =>
            `r${n}: ${list}(first: 100, filter: { search: ${JSON.stringify(text)} }) { nodes { slug } }`,
        );
        const { data, errors } = await hub.ask(`{ ${fields.join(' ')} }`, { as });
        expect(errors).toBeUndefined();
        lost.push(
          ...batch.filter(({ slug }, n) => !data[`r${n}`].nodes.some((node: Named) => node.slug === slug)),
        );
      }
      return lost;
    }
  });
});
