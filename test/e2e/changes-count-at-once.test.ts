import { createHmac } from 'node:crypto';
import { mintToken } from '../../shared/identity/token';
import { generateTokenKey, readTokenKeys } from '../../shared/identity/token-keys';
import { seedId } from '../../shared/schema/type-id';
import { demoPersonId } from '../../subgraphs/members/seed/demo-accounts';
import { asAdministrator } from '../testkit/database';
import { bytes, transports } from '../testkit/hub';
import { hubOfItsOwn } from '../testkit/own-hub';

const mima = seedId('Organization', 'mima');
const person = demoPersonId('mima', 'VIEWER');
const nali = seedId('Campaign', 'mima-nali');
const graduation = seedId('Event', 'mima-nali-graduation');
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);

  const change = (text: string, ...values: unknown[]) => asAdministrator(text, values, database.url);
  const whoAmI = (token?: string) =>
    hub.ask(
      '{ viewer { roles organization { slug } } }',
      token === undefined ? { as: 'mima:VIEWER' } : { token },
    );

  describe('a token', () => {
    const subject = { personId: person, organizationId: mima };
    const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

    it('of ours is taken', async () => {
      const { data } = await whoAmI(await hub.tokenFor('mima:VIEWER'));
      expect(data.viewer).toEqual({ roles: ['VIEWER'], organization: { slug: 'mima' } });
    });

    it('is refused in the same words whatever is wrong with it', async () => {
      const good = await hub.tokenFor('mima:VIEWER');
      const [head, claims, signature] = good.split('.') as [string, string, string];
      const told = JSON.parse(Buffer.from(claims, 'base64url').toString());
      const symmetric = `${encoded({ alg: 'HS256', typ: 'at+jwt' })}.${claims}`;
      const bad = {
        'signed with another key': await mintToken(readTokenKeys(generateTokenKey()), subject),
        expired: await hub.tokenFor('mima:VIEWER', '-1s'),
        'expired long ago': await hub.tokenFor('mima:VIEWER', '-300d'),
        'for another role': `${head}.${encoded({ ...told, sub: demoPersonId('mima', 'ORG_ADMIN') })}.${signature}`,
        'for another organisation': `${head}.${encoded({ ...told, org: seedId('Organization', 'nair') })}.${signature}`,
        'for longer': `${head}.${encoded({ ...told, exp: told.exp + 9_999_999 })}.${signature}`,
        unsigned: `${encoded({ alg: 'none', typ: 'at+jwt' })}.${claims}.`,
        'without its signature': `${head}.${claims}.`,
        'signed with a guess': `${symmetric}.${createHmac('sha256', 'secret').update(symmetric).digest('base64url')}`,
        'of somebody without a role there': await hub.tokenFor('mima:COALITION_STAFF'),
        'of an organisation that is no member': await hub.tokenFor('unhcr:VIEWER'),
        'no token': 'x',
        'an empty one': '""',
      };
      const refusals = await Promise.all(Object.values(bad).map(async (token) => bytes(await whoAmI(token))));
      expect(refusals[0]!.status).toBe(401);
      expect(refusals[0]!.text).toContain('"UNAUTHENTICATED"');
      Object.keys(bad).forEach(
        (what, n) => void expect({ what, ...refusals[n] }).toEqual({ what, ...refusals[0] }),
      );
    });
  });

  describe('on the next request', () => {
    it('a person who is disabled is refused, and let in again', async () => {
      expect((await whoAmI()).status).toBe(200);
      await change('update members.person set disabled_at = now() where id = $1', person);
      const refused = await whoAmI();
      expect({ status: refused.status, data: refused.data }).toEqual({ status: 401, data: undefined });
      await change('update members.person set disabled_at = null where id = $1', person);
      expect((await whoAmI()).data.viewer.roles).toEqual(['VIEWER']);
    });

    it.each([
      ['suspended', `update members.membership set status = 'SUSPENDED' where id = $1`],
      ['one that has left', `update members.membership set status = 'LEFT' where id = $1`],
      ['no member any more', 'delete from members.membership where id = $1'],
    ])('nobody of an organisation that is %s has a role', async (_what, set) => {
      await change(set, mima);
      const refused = await whoAmI();
      const other = await hub.ask('{ viewer { roles } }', { as: 'bicf:VIEWER' });
      const own = await hub.ask(`{ campaigns(filter: { organization: "${mima}" }) { totalCount } }`, {
        as: 'mima:VIEWER',
      });
      await change(
        `insert into members.membership (organization_id, id, status) values ($1, $1, 'ACTIVE')
         on conflict (organization_id, id) do update set status = 'ACTIVE'`,
        mima,
      );
      expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(own.data.campaigns.totalCount).toBe(0);
      expect(other.data.viewer.roles).toEqual(['VIEWER']);
      expect((await whoAmI()).data.viewer.roles).toEqual(['VIEWER']);
    });

    it('a role that was taken away is gone, and one that was added is there', async () => {
      const engagements = `{ organization(id: "${mima}") { engagements { id } } }`;
      const grant = (table: string, role: string) =>
        change(
          `insert into members.${table} (organization_id, person_id, role) values ($1, $2, $3)`,
          mima,
          person,
          role,
        );
      const revoke = (table: string) => change(`delete from members.${table} where person_id = $1`, person);
      await revoke('role_grant');
      await grant('sensitive_role_grant', 'CASEWORKER');
      const asCaseworker = await hub.ask(engagements, { as: 'mima:VIEWER' });
      await revoke('sensitive_role_grant');
      const without = await whoAmI();
      await grant('sensitive_role_grant', 'CASEWORKER');
      await grant('role_grant', 'VIEWER');
      const withBoth = await hub.ask(engagements, { as: 'mima:VIEWER' });
      await revoke('sensitive_role_grant');
      expect(asCaseworker.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(without.status).toBe(401);
      expect(withBoth.data.organization.engagements.length).toBeGreaterThan(0);
    });

    const levels = [
      ['PRIVATE', { public: 0, 'bicf:VIEWER': 0, 'nair:COALITION_STAFF': 0, 'mima:VIEWER': 1 }],
      ['AGGREGATE_ONLY', { public: 0, 'bicf:VIEWER': 0, 'nair:COALITION_STAFF': 0, 'mima:VIEWER': 1 }],
      ['COALITION_SUMMARY', { public: 0, 'bicf:VIEWER': 1, 'nair:COALITION_STAFF': 1, 'mima:VIEWER': 1 }],
      ['COALITION', { public: 0, 'bicf:VIEWER': 1, 'nair:COALITION_STAFF': 1, 'mima:VIEWER': 1 }],
      ['PUBLIC', { public: 1, 'bicf:VIEWER': 1, 'nair:COALITION_STAFF': 1, 'mima:VIEWER': 1 }],
      ['PRIVATE', { public: 0, 'bicf:VIEWER': 0, 'nair:COALITION_STAFF': 0, 'mima:VIEWER': 1 }],
    ] as const;

    it.each([
      [
        'campaigns',
        'campaign',
        nali,
        'search: "mima-nali"',
        'activities { id } audiences { code }',
        'COALITION_SUMMARY',
      ],
      [
        'events',
        'event',
        graduation,
        'search: "mima-nali-graduation"',
        'quantities { id } audiences { code }',
        'PUBLIC',
      ],
    ])('%s follow the level of sharing, up and down', async (list, one, id, filter, children, before) => {
      const query = `{ ${one}(id: "${id}") { slug ${children} } ${list}(filter: { ${filter} }) { totalCount nodes { slug } } }`;
      const total = async () => (await hub.ask(`{ ${list} { totalCount } }`)).data[list].totalCount;
      const set = `update ${list}.${one} set sharing_level = $1 where id = $2`;
      const seenWhileHidden = await levelled(set, 'PRIVATE', id, total);
      for (const [level, seen] of levels) {
        await change(set, level, id);
        for (const [as, count] of Object.entries(seen)) {
          const { data, errors } = await hub.ask(query, { as: as as 'public' });
          expect({ level, as, errors }).toEqual({ level, as, errors: undefined });
          expect({ level, as, count: data[list].totalCount }).toEqual({ level, as, count });
          expect(data[list].nodes).toHaveLength(count);
          expect(
            data[one] === null ? 0 : Object.values<unknown[]>(data[one]).every((some) => some.length > 0),
          ).toBe(count === 0 ? 0 : true);
        }
        expect(await total()).toBe(seenWhileHidden + seen.public);
      }
      await change(set, before, id);
    });

    it('a hidden event and one that never was are the same to others, and none to the owner', async () => {
      const set = 'update events.event set sharing_level = $1 where id = $2';
      const query = `query ($id: ID!) { event(id: $id) { slug campaign { slug } quantities { id } }
        eventFigures(filter: { event: $id, search: "zzzz" }) { totalCount } }`;
      const ask = async (as: 'public' | 'bicf:VIEWER' | 'mima:VIEWER', id: string) =>
        bytes(await hub.ask(query, { as, variables: { id } }));
      await change(set, 'PRIVATE', graduation);
      for (const as of ['public', 'bicf:VIEWER'] as const) {
        expect(await ask(as, graduation)).toEqual(await ask(as, seedId('Event', 'no such event')));
      }
      const owner = await ask('mima:VIEWER', graduation);
      await change(set, 'PUBLIC', graduation);
      expect(owner.text).toContain('mima-nali-graduation');
    });

    async function levelled<Value>(
      set: string,
      level: string,
      id: string,
      read: () => Promise<Value>,
    ): Promise<Value> {
      await change(set, level, id);
      return read();
    }
  });
});
