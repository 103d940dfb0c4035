import { type Answer, startTestHub, type TestHub, transports } from '../testkit/hub';
import { clientSchema, everyPlace, putInto } from '../testkit/schema-arguments';

/** What would do something if it came to be part of a statement: change who asks, read a file, wait, say what failed. */
const expressions = [
  `'||set_config('hub.roles','ORG_ADMIN',true)||'`,
  `' or set_config('hub.organization','x',true) is null --`,
  `'||query_to_xml('select 1',true,true,'')::text||'`,
  `'||pg_read_file('/etc/passwd')||'`,
  `' union select passwd from dblink('host=127.0.0.1','select 1') as t(passwd text) --`,
  `'||(select pg_sleep(3))||'`,
  `1;select pg_sleep(3)`,
  `$1)) or true --`,
  `'::int || cast(current_user as int) || '`,
  `{1,2}' or ''='`,
  `\\x27 or 1=1`,
  `ʼ or 1=1 --`,
];
const places = everyPlace().filter(({ type }) => ['String', 'ID'].includes(type));
const inside = /pg_|set_config|query_to_xml|dblink|syntax error|"42\w{3}"|tahaluf|postgres|root:|select /i;

/** What texts of every other kind do to every argument is in test/e2e/bad-input.test.ts. */
describe.each(transports)('over the %s transport, SQL in a request', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  const codesOf = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions.code as string);

  it('no argument, filter or search comes to be part of a statement', async () => {
    expect(places.length).toBeGreaterThan(80);
    const texts = new Set<string>();
    const begin = Date.now();
    for (const place of places) {
      const { query, variables } = putInto(place, ...expressions);
      const answer = await hub.ask(query, { as: 'mima:VIEWER', variables });
      expect({
        place,
        fault: codesOf(answer).filter((code) => /INTERNAL|SUBGRAPH|UNAVAILABLE/.test(code)),
      }).toEqual({
        place,
        fault: [],
      });
      expect(answer.text).not.toMatch(inside);
      for (const { text } of hub.statements()) texts.add(text);
    }
    // None of them slept.
    expect(Date.now() - begin).toBeLessThan(places.length * 3_000);
    for (const text of texts) {
      for (const attempt of ['set_config', 'pg_read_file', 'dblink', 'query_to_xml', 'pg_sleep', '1=1'])
        expect(text).not.toContain(attempt);
    }
    expect(texts.size).toBeGreaterThan(50);
  });

  it('no order is anything but one of its names', async () => {
    const orders = Object.values(clientSchema.getQueryType()!.getFields()).flatMap(({ name, args }) =>
      args.filter((argument) => argument.name === 'orderBy').map(({ type }) => ({ name, type: `${type}` })),
    );
    expect(orders.length).toBeGreaterThan(1);
    hub.statements();
    for (const { name, type } of orders) {
      for (const order of [
        ...expressions,
        'NAME; drop table x',
        'name',
        'NAME DESC',
        '__proto__',
        'constructor',
        '',
        1,
        null,
      ]) {
        const answer = await hub.ask(
          `query ($o: ${type}) { ${name}(first: 1, orderBy: $o) { totalCount } }`,
          {
            as: 'mima:VIEWER',
            variables: { o: order },
          },
        );
        expect({ order, status: answer.status }).toEqual({ order, status: 400 });
        expect(answer.text).not.toMatch(inside);
      }
    }
    expect(hub.statements()).toEqual([]);
  });

  it('nothing that a mutation is told does', async () => {
    for (const text of expressions) {
      const answer = await hub.ask(
        `mutation ($e: String!, $t: String!) {
          signIn(input: { email: $e, password: $t, organization: "x", code: $t }) { userErrors { code } }
          tokenRefresh(input: { refreshToken: $t }) { userErrors { code } }
          recoveryComplete(input: { link: $t, password: $t }) { userErrors { code } }
        }`,
        { variables: { e: text, t: text } },
      );
      expect(answer.text).not.toMatch(inside);
      expect(codesOf(answer)).toEqual([]);
    }
    for (const { text } of hub.statements())
      expect(text).not.toMatch(/pg_read_file|dblink|pg_sleep|query_to_xml/);
  });
});
