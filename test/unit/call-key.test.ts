import { contactKeyring } from '../../shared/identity/contact-keys';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { newCallKey, openCallKey } from '../../subgraphs/campaigns/signature/call-key';
import { renewCallKeys } from '../../subgraphs/campaigns/signature/renew-call-keys';
import { openedPerson, sealedPerson } from '../../subgraphs/campaigns/signature/sealed-person';

const said = { name: 'Amal', email: 'amal@example.org', place: null, comment: 'Yes.' };

describe('the key of a call to action', () => {
  const identity = new RotatingKeyring('a'.repeat(64));
  const keys = contactKeyring(identity);

  it('knows the same person again in its own call, and in no other', () => {
    const [one, other] = ['acl_1', 'acl_2'].map((call) => openCallKey(keys, call, newCallKey(keys, call)));
    expect(one!.personKey(said.email)).toMatch(/^[0-9a-f]{64}$/);
    expect(one!.personKey(said.email)).toBe(one!.personKey(said.email));
    expect(one!.personKey(said.email)).not.toBe(one!.personKey('else@example.org'));
    expect(one!.personKey(said.email)).not.toBe(other!.personKey(said.email));
  });

  it('opens for its own call only', () => {
    expect(() => openCallKey(keys, 'acl_2', newCallKey(keys, 'acl_1'))).toThrow(/no accepted secret/);
  });

  it('seals each part for its own row and place', () => {
    const key = openCallKey(keys, 'acl_1', newCallKey(keys, 'acl_1'));
    const sealed = sealedPerson(key, 'sct_1', said);
    expect(JSON.stringify(sealed)).not.toMatch(/amal|yes/i);
    expect(openedPerson(key, { id: 'sct_1', ...sealed })).toEqual(said);
    expect(() => openedPerson(key, { id: 'sct_2', ...sealed })).toThrow();
    expect(() => openedPerson(key, { id: 'sct_1', ...sealed, name: sealed.comment! })).toThrow();
  });

  it('stays the same through any number of rotations, once it is renewed before each', async () => {
    const changing = new RotatingKeyring('a'.repeat(64));
    const contacts = contactKeyring(changing);
    const row = { id: 'acl_1', contact_key: newCallKey(contacts, 'acl_1') };
    const before = openCallKey(contacts, row.id, row.contact_key).personKey(said.email);
    const forgotten = row.contact_key;
    for (const next of ['b', 'c', 'd']) {
      await renewCallKeys(async (text, values = []) => {
        if (text.startsWith('update')) row.contact_key = values[1] as string;
        return [row];
      }, contacts);
      changing.replace(next.repeat(64), [changing.current]);
      expect(openCallKey(contacts, row.id, row.contact_key).personKey(said.email)).toBe(before);
    }
    expect(() => openCallKey(contacts, row.id, forgotten)).toThrow(/no accepted secret/);
  });
});
