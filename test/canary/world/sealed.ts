import { newCallKey, openCallKey } from '../../../subgraphs/campaigns/signature/call-key';
import {
  openedPerson,
  type Person,
  sealedPerson,
} from '../../../subgraphs/campaigns/signature/sealed-person';
import { contactKeys } from './people';
import type { Values } from './row-plans';

const callKeys = new Map<string, string>();

/** The key of a call to action as it is kept: one for each call, also in a second world. */
export function callKeyOf(call: string): string {
  const made = callKeys.get(call) ?? newCallKey(contactKeys, call);
  callKeys.set(call, made);
  return made;
}

type Kept = Person & { readonly id: string; readonly call_id: string };
const keyOf = ({ call_id }: Kept) => openCallKey(contactKeys, call_id, callKeyOf(call_id));
const said = ({ name, email, place = null, comment = null }: Kept): Person => ({
  name,
  email,
  place,
  comment,
});

/** What is planted of a row: of signatures the hub keeps no text that can be read. */
export function asKept(table: string, row: Values): Values {
  if (table !== 'campaigns.signature') return row;
  const kept = row as unknown as Kept;
  return { ...row, ...sealedPerson(keyOf(kept), kept.id, said(kept)) };
}

/** The row with its text as it was, so that its marks are known. */
export function asWritten(table: string, row: Values): Values {
  if (table !== 'campaigns.signature') return row;
  const kept = row as unknown as Kept;
  return { ...row, ...openedPerson(keyOf(kept), { id: kept.id, ...said(kept) }) };
}
