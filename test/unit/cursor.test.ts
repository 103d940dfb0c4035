import fc from 'fast-check';
import { openCursor, sealCursor } from '../../shared/database/cursor';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { sealWith } from '../../shared/identity/sealing-keys';

const secrets = new RotatingKeyring('a secret');
beforeAll(() => sealWith(secrets));

describe('a cursor', () => {
  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (scope, key, id) => {
        expect(openCursor(scope, sealCursor(scope, { key, id }))).toEqual({ key, id });
      }),
    );
  });

  it('shows nothing of what it points at', () => {
    const cursor = sealCursor('list', { key: 'confidential', id: 'org_1' });
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/confidential|org_1/);
  });

  it('is refused in another list', () => {
    const cursor = sealCursor('organizations:name_en', { key: 'a', id: 'b' });
    expect(() => openCursor('organizations:name_ar', cursor)).toThrow(
      expect.objectContaining({ code: 'INVALID_CURSOR' }),
    );
  });

  it.each(['', 'x', '%%%', 'A'.repeat(10_000)])('is refused when made up: %.10s', (made) => {
    expect(() => openCursor('list', made)).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }));
  });

  it('is refused when any of its bytes changed', () => {
    const cursor = sealCursor('list', { key: 'a', id: 'b' });
    const bytes = Buffer.from(cursor, 'base64url');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index]! ^= 1;
      expect(() => openCursor('list', changed.toString('base64url'))).toThrow();
    }
  });

  it('opens while the secret that sealed it is accepted, and no longer', () => {
    const position = { key: 'a', id: 'b' };
    const old = sealCursor('list', position);
    secrets.replace('the next', ['a secret']);
    const fresh = sealCursor('list', position);
    expect([old, fresh].map((cursor) => openCursor('list', cursor))).toEqual([position, position]);
    secrets.replace('one more', ['the next']);
    expect(() => openCursor('list', old)).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }));
    expect(openCursor('list', fresh)).toEqual(position);
  });
});
