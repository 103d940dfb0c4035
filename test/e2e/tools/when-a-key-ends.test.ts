import { Client } from 'pg';
import { gatewayRole, roleUrl, subgraphRole } from '../../../shared/database/roles';
import { RotatingKeyring } from '../../../shared/identity/keyring';
import { hashesOf, newSecret } from '../../../shared/identity/secret';
import { seedId } from '../../../shared/schema/type-id';
import { demoPersonId } from '../../../subgraphs/members/seed/demo-accounts';
import { testSecret } from '../../testkit/database';
import { bytes, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { decide, inDays, makeClient, makeKey } from '../../testkit/tool-keys';

const mima = seedId('Organization', 'mima');
const grantor = demoPersonId('mima', 'ORG_ADMIN');
const rotate = `mutation ($input: ApiKeyRotateInput!) { apiKeyRotate(input: $input) {
  key { id scopes addresses grantedBy } secret userErrors { field code } } }`;
const revoke = `mutation ($input: ApiKeyRevokeInput!) { apiKeyRevoke(input: $input) {
  key { id revokedAt } userErrors { field code } } }`;
describe.each(transports)('a key, over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  let client: string;
  beforeAll(async () => {
    client = await makeClient(hub);
  });

  const use = (token: string) => hub.ask('{ campaigns { totalCount } }', { token });
  const rotated = async (input: object) => {
    const token = await hub.provenTokenFor('mima:ORG_ADMIN');
    const { data } = await hub.ask(rotate, { token, variables: { input } });
    return data.apiKeyRotate;
  };
  const revoked = async (key: string) =>
    (await hub.ask(revoke, { as: 'mima:ORG_ADMIN', variables: { input: { key } } })).data.apiKeyRevoke;

  /** What the key's row, its tool, its grantor or its organisation comes to; and back. */
  const ends: [what: string, end: string, undo: string][] = [
    ['it has expired', "update members.api_key set expires_at = now() where id = 'KEY'", ''],
    ['it was revoked', "update members.api_key set revoked_at = now() where id = 'KEY'", ''],
    [
      'it is for another address',
      "update members.api_key set addresses = '{192.0.2.0/24,2001:db8::/32}' where id = 'KEY'",
      '',
    ],
    ['its tool was shut out', "update members.api_client set revoked_at = now() where id = 'CLIENT'", ''],
    [
      'its grantor was deactivated',
      `update members.person set disabled_at = now() where id = '${grantor}'`,
      `update members.person set disabled_at = null where id = '${grantor}'`,
    ],
    [
      'its grantor has no role left',
      `delete from members.sensitive_role_grant where person_id = '${grantor}'`,
      `insert into members.sensitive_role_grant (organization_id, person_id, role) values ('${mima}', '${grantor}', 'ORG_ADMIN')`,
    ],
    [
      'its organisation is suspended',
      `update members.membership set status = 'SUSPENDED' where id = '${mima}'`,
      `update members.membership set status = 'ACTIVE' where id = '${mima}'`,
    ],
  ];

  it.each(ends)('is refused in the same words when %s', async (_what, end, undo) => {
    const key = await makeKey(hub);
    expect((await use(key.secret)).errors).toBeUndefined();
    await administrator(end.replace('KEY', key.id).replace('CLIENT', key.client));
    const answer = await use(key.secret);
    if (undo) await administrator(undo);
    expect(answer.status).toBe(401);
    expect(bytes(answer)).toEqual(bytes(await use('not-a-key')));
  });

  it('is refused when its tool is not among those that the organisation allows', async () => {
    const { secret } = await makeKey(hub, { client });
    await decide(database.url, { allowedTools: ['cli_another'] });
    const answer = await use(secret);
    await decide(database.url, { allowedTools: [client] });
    expect(answer.status).toBe(401);
    expect((await use(secret)).status).toBe(200);
    await decide(database.url, {});
  });

  it('is taken from the addresses that it names, of both kinds', async () => {
    const { id, secret } = await makeKey(hub, { client, addresses: ['127.0.0.0/8'] });
    expect((await use(secret)).status).toBe(200);
    await administrator(
      `update members.api_key set addresses = '{192.0.2.7/32,2001:db8::/32}' where id = '${id}'`,
    );
    const gateway = new Client({ connectionString: roleUrl(database.url, gatewayRole, testSecret) });
    await gateway.connect();
    const from = async (address: string) => {
      const hashes = hashesOf(new RotatingKeyring(testSecret), secret);
      const { rows } = await gateway.query<{ viewer: { tool: { keyId: string } } | null }>(
        'select members.viewer($1) as viewer',
        [JSON.stringify({ kind: 'key', hashes, address })],
      );
      return rows[0]!.viewer?.tool.keyId ?? null;
    };
    const tried = [
      '192.0.2.7',
      '192.0.2.8',
      '2001:db8:1::9',
      '2001:db9::1',
      '::ffff:192.0.2.7',
      '',
      'nonsense',
    ];
    const found: (string | null)[] = [];
    for (const address of tried) found.push(await from(address));
    await gateway.end();
    expect(found).toEqual([id, null, id, null, null, null, null]);
  });

  it('is known until the clock changes something: its end, or the minute for which its use is noted', async () => {
    const { id, secret } = await makeKey(hub, { client });
    const until = async () => {
      const credential = {
        kind: 'key',
        hashes: hashesOf(new RotatingKeyring(testSecret), secret),
        address: '',
      };
      const [row] = await administrator<{ until: Date; used: Date; ends: Date }>(
        `select (members.viewer($1)->>'validUntil')::timestamptz as until, least(last_used_at + interval '1 minute', current_date + 1) as used,
          least(revoked_at, expires_at, current_date + 1) as ends from members.api_key where id = $2`,
        [JSON.stringify(credential), id],
      );
      return row!;
    };
    // The first use is noted by the question itself.
    await until();
    const used = await until();
    expect(used.until).toEqual(used.used);
    await administrator(
      `update members.api_key set revoked_at = now() + interval '10 seconds' where id = $1`,
      [id],
    );
    const ending = await until();
    expect(ending.until).toEqual(ending.ends);
  });

  it('that is mistyped costs no statement; one that was made up costs the one question who that is', async () => {
    const { secret } = await makeKey(hub, { client });
    hub.viewerReads();
    hub.statements();
    const last = secret.at(-1) === '0' ? '1' : '0';
    const mistyped = await use(secret.slice(0, -1) + last);
    expect({ status: mistyped.status, reads: hub.viewerReads() }).toEqual({ status: 401, reads: 0 });
    const madeUp = await use(newSecret('thk'));
    expect({ status: madeUp.status, reads: hub.viewerReads() }).toEqual({ status: 401, reads: 1 });
    expect(bytes(madeUp)).toEqual(bytes(mistyped));
    expect(hub.statements()).toEqual([]);
  });

  it('has its last use written down, once a minute and without a row in the log', async () => {
    const { id, secret } = await makeKey(hub, { client });
    const [before] = await administrator<{ count: number }>(
      'select count(*)::int as count from members.audit_entry',
    );
    const lastUse = async () =>
      (
        await administrator<{ at: Date | null }>(
          `select last_used_at as at from members.api_key where id = '${id}'`,
        )
      )[0]!.at;
    expect(await lastUse()).toBeNull();
    await use(secret);
    const first = await lastUse();
    expect(Math.abs(Date.now() - first!.getTime())).toBeLessThan(30_000);
    await use(secret);
    expect(await lastUse()).toEqual(first);
    const [after] = await administrator<{ count: number }>(
      'select count(*)::int as count from members.audit_entry',
    );
    expect(after).toEqual(before);
  });

  it('that is rotated is taken for a while beside the new one, which may do the same', async () => {
    const old = await makeKey(hub, { client, addresses: ['127.0.0.1'], scopes: ['campaign.summary:r'] });
    const { key, secret, userErrors } = await rotated({
      key: old.id,
      expiresAt: inDays(60),
      overlapHours: 168,
    });
    expect(userErrors).toEqual([]);
    expect(key).toMatchObject({
      scopes: ['campaign.summary:r'],
      addresses: ['127.0.0.1/32'],
      grantedBy: grantor,
    });
    expect(await Promise.all([old.secret, secret].map(async (token) => (await use(token)).status))).toEqual([
      200, 200,
    ]);
    // Not a second time, and not from the end of the overlap on.
    expect((await rotated({ key: old.id, expiresAt: inDays(60) })).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    await administrator(`update members.api_key set revoked_at = now() where id = '${old.id}'`);
    expect(await Promise.all([old.secret, secret].map(async (token) => (await use(token)).status))).toEqual([
      401, 200,
    ]);
  });

  it('that is rotated without an overlap stops at once', async () => {
    const old = await makeKey(hub, { client });
    const { secret } = await rotated({ key: old.id, expiresAt: inDays(1), overlapHours: 0 });
    expect((await use(old.secret)).status).toBe(401);
    expect((await use(secret)).status).toBe(200);
  });

  it.each([
    [{ overlapHours: 169 }, 'overlapHours'],
    [{ overlapHours: -1 }, 'overlapHours'],
    [{ expiresAt: inDays(91) }, 'expiresAt'],
  ])('is not rotated with %p, and stays as it was', async (input, field) => {
    const { id, secret } = await makeKey(hub, { client });
    const { userErrors } = await rotated({ key: id, expiresAt: inDays(1), ...input });
    expect(userErrors).toEqual([{ code: 'TIME_OUT_OF_RANGE', field }]);
    expect((await hub.ask('{ viewerTool { id } }', { token: secret })).data.viewerTool.id).toBe(id);
    expect(await administrator(`select revoked_at from members.api_key where id = '${id}'`)).toEqual([
      { revoked_at: null },
    ]);
  });

  it('is revoked by an admin of its organisation, also during an overlap, and by no other', async () => {
    const key = await makeKey(hub, { client });
    await rotated({ key: key.id, expiresAt: inDays(1) });
    const stranger = await hub.ask(revoke, { as: 'bicf:ORG_ADMIN', variables: { input: { key: key.id } } });
    expect(stranger.data.apiKeyRevoke.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await use(key.secret)).status).toBe(200);
    expect((await revoked(key.id)).userErrors).toEqual([]);
    expect((await use(key.secret)).status).toBe(401);
    expect((await revoked(key.id)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('revokes itself and nothing else, and the log says that the tool did it', async () => {
    const key = await makeKey(hub, { client });
    const other = await makeKey(hub, { client });
    const foreign = await hub.ask(revoke, { token: key.secret, variables: { input: { key: other.id } } });
    expect(foreign.data.apiKeyRevoke.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const shutOut = await hub.ask(
      'mutation ($c: ID!) { apiClientRevoke(input: { client: $c }) { userErrors { code } } }',
      { token: key.secret, variables: { c: client } },
    );
    expect(shutOut.data.apiClientRevoke.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const { data } = await hub.ask(revoke, { token: key.secret, variables: { input: {} } });
    expect(data.apiKeyRevoke).toMatchObject({
      key: { id: key.id, revokedAt: expect.any(String) },
      userErrors: [],
    });
    expect((await use(key.secret)).status).toBe(401);
    expect((await use(other.secret)).status).toBe(200);
    const [entry] = await administrator(
      'select tool_key_id, operation, record, subject_ids, roles from members.audit_entry order by at desc limit 1',
    );
    expect(entry).toEqual({
      tool_key_id: key.id,
      operation: 'u',
      record: 'api_key',
      subject_ids: [key.id],
      roles: '',
    });
  });

  it('cannot put off its end, whatever a program of the hub asks of the database', async () => {
    const { id } = await makeKey(hub, { client });
    await rotated({ key: id, expiresAt: inDays(1) });
    const runtime = new Client({
      connectionString: roleUrl(database.url, subgraphRole('members'), testSecret),
    });
    await runtime.connect();
    const asTool = async (change: string) => {
      await runtime.query(`begin; set local hub.organization = '${mima}'; set local hub.person = '${grantor}';
        set local hub.tool = '${id}'; set local hub.grantors = 'ORG_ADMIN'; set local hub.scopes = 'campaign.summary:r'`);
      try {
        return (await runtime.query(`update members.api_key set ${change} where id = '${id}'`)).rowCount;
      } finally {
        await runtime.query('rollback');
      }
    };
    for (const change of [
      'revoked_at = null',
      "revoked_at = now() + interval '6 days'",
      "expires_at = now() + interval '1 year'",
      "scopes = '{org.public:r}'",
      `granted_by = 'per_x'`,
    ]) {
      await expect(asTool(change)).rejects.toMatchObject({ code: '42501' });
    }
    expect(await asTool('revoked_at = now()')).toBe(1);
    await runtime.end();
  });
});
