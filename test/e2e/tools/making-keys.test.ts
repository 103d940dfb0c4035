import { randomUUID } from 'node:crypto';
import { asAdministrator } from '../../testkit/database';
import { transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { askForKey, createKey, decide, inDays, makeClient, makeKey } from '../../testkit/tool-keys';

describe.each(transports)('API keys, over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);

  const whole = (table: string) =>
    asAdministrator(`select t::text as row from members.${table} t`, [], database.url).then(JSON.stringify);

  it('are shown once, and kept as a hash and a beginning', async () => {
    const { data, errors } = await askForKey(hub, {
      scopes: ['campaign.summary:r', 'event.public:r', 'campaign.summary:r'],
      addresses: ['10.1.2.3/8', '2001:db8::1/32', '127.0.0.1'],
    });
    expect(errors).toBeUndefined();
    const { key, secret, userErrors } = data.apiKeyCreate;
    expect(userErrors).toEqual([]);
    expect(secret).toMatch(/^thk_[0-9A-Za-z]{49}$/);
    expect(key).toMatchObject({
      prefix: secret.slice(0, 10),
      scopes: ['campaign.summary:r', 'event.public:r'],
      addresses: ['10.0.0.0/8', '127.0.0.1/32', '2001:db8::/32'],
      lastUsedAt: null,
      revokedAt: null,
    });
    for (const table of ['api_key', 'idempotency', 'audit_entry']) {
      expect(await whole(table)).not.toContain(secret.slice(10, 40));
    }
  });

  it('are not shown to a request that is repeated, nor made a second time', async () => {
    const client = await makeClient(hub);
    const input = { client, idempotencyKey: randomUUID(), expiresAt: inDays(1) };
    const first = await askForKey(hub, input);
    const again = await askForKey(hub, input);
    expect(first.data.apiKeyCreate.secret).toMatch(/^thk_/);
    expect(again.data.apiKeyCreate).toMatchObject({ key: first.data.apiKeyCreate.key, secret: null });
    expect(await whole('idempotency')).not.toContain('thk_');
  });

  it('are listed for the admins with their tools, and for nobody else', async () => {
    const { id, client } = await makeKey(hub);
    const query = '{ viewer { organization { apiClients { id name keys { id prefix expiresAt } } } } }';
    const { data } = await hub.ask(query, { as: 'mima:ORG_ADMIN' });
    expect(data.viewer.organization.apiClients).toContainEqual(
      expect.objectContaining({ id: client, keys: [expect.objectContaining({ id })] }),
    );
    const viewer = await hub.ask(query, { as: 'mima:VIEWER' });
    expect(viewer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const stranger = await hub.ask(
      '{ organizations(filter: { search: "Immigrant Affairs" }) { nodes { apiClients { id } } } }',
      { as: 'bicf:ORG_ADMIN' },
    );
    expect(stranger.data.organizations.nodes).toEqual([{ apiClients: [] }]);
  });

  it('ask their maker for a second factor', async () => {
    const input = { client: await makeClient(hub), scopes: ['org.public:r'], expiresAt: inDays(1) };
    const { data, errors } = await hub.ask(createKey, { as: 'mima:ORG_ADMIN', variables: { input } });
    expect(errors).toMatchObject([{ extensions: { code: 'SECOND_FACTOR_REQUIRED' } }]);
    expect(data?.apiKeyCreate ?? null).toBeNull();
  });

  it.each([
    'mima:CAMPAIGNER',
    'mima:CASEWORKER',
    'nair:COALITION_STAFF',
  ] as const)('are not for %s to make', async (as) => {
    const { errors } = await askForKey(hub, { as, client: await makeClient(hub) });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it.each([
    [{ scopes: [] }, 'REQUIRED', 'scopes'],
    [{ scopes: ['legal.meta:r'] }, 'SCOPE_NOT_FOR_TOOLS', 'scopes'],
    [{ scopes: ['campaign.internal:r'] }, 'SCOPE_NOT_FOR_TOOLS', 'scopes'],
    [{ scopes: ['org.public:r', 'org.public:u'] }, 'SCOPE_NOT_FOR_TOOLS', 'scopes'],
    [{ scopes: ['constructor'] }, 'SCOPE_NOT_FOR_TOOLS', 'scopes'],
    [{ expiresAt: inDays(91) }, 'TIME_OUT_OF_RANGE', 'expiresAt'],
    [{ expiresAt: inDays(-1) }, 'TIME_OUT_OF_RANGE', 'expiresAt'],
    [{ addresses: ['10.0.0.0/33'] }, 'INVALID', 'addresses'],
    [{ addresses: ['10.0.0'] }, 'INVALID', 'addresses'],
    [{ addresses: ['fe80::1%eth0'] }, 'INVALID', 'addresses'],
    [{ addresses: ['::1/129'] }, 'INVALID', 'addresses'],
    [{ addresses: ["1.2.3.4'; drop"] }, 'INVALID', 'addresses'],
    [{ addresses: Array(51).fill('10.0.0.1') }, 'TOO_MANY', 'addresses'],
    [{ client: 'cli_00000000000000000000000000' }, 'NOT_FOUND', 'client'],
    [{ client: 'nonsense' }, 'NOT_FOUND', 'client'],
  ])('are refused with %p', async (options, code, field) => {
    const before = await whole('api_key');
    const { data } = await askForKey(hub, options);
    expect(data.apiKeyCreate).toMatchObject({ key: null, secret: null, userErrors: [{ code, field }] });
    expect(data.apiKeyCreate.userErrors[0].message).toMatch(/^[A-Z]/);
    expect(await whole('api_key')).toBe(before);
  });

  it('are refused for a tool of another organisation, and for one that was shut out', async () => {
    const foreign = await makeClient(hub, 'bicf:ORG_ADMIN');
    const own = await makeClient(hub);
    const revoke =
      'mutation ($c: ID!) { apiClientRevoke(input: { client: $c }) { client { revokedAt } userErrors { code } } }';
    const stranger = await hub.ask(revoke, { as: 'mima:ORG_ADMIN', variables: { c: foreign } });
    expect(stranger.data.apiClientRevoke.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const { data } = await hub.ask(revoke, { as: 'mima:ORG_ADMIN', variables: { c: own } });
    expect(data.apiClientRevoke).toMatchObject({ client: { revokedAt: expect.any(String) }, userErrors: [] });
    for (const client of [foreign, own]) {
      const refused = await askForKey(hub, { client });
      expect(refused.data.apiKeyCreate.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'client' }]);
    }
  });

  it('lend no right that the organisation took from its admins, or from its tools', async () => {
    await decide(database.url, { narrowed: ['ORG_ADMIN:event.public:r', 'TOOL:report.figure:r'] });
    for (const scope of ['event.public:r', 'report.figure:r']) {
      const { data } = await askForKey(hub, { scopes: [scope] });
      expect(data.apiKeyCreate.userErrors).toMatchObject([{ code: 'SCOPE_NOT_YOURS' }]);
    }
    await decide(database.url, {});
  });
});
