import type { Viewer } from '../../shared/identity/viewer';
import { clientNetwork } from '../http/client-network';
import type { PayerKind } from './rates';

export interface Payer {
  readonly kind: PayerKind;
  readonly id: string;
}

/**
 * Who pays for a request. Somebody who is known pays in person, so that an office behind one address does not lock
 * itself out; and their organisation pays as well, so that many accounts or keys do not add up.
 */
export function payersOf({ tool, personId, organizationId }: Viewer, address: string): Payer[] {
  const own: Payer[] = [];
  if (tool) own.push({ kind: 'key', id: tool.keyId });
  else if (personId) own.push({ kind: 'person', id: personId });
  if (own.length === 0) return [addressPayer(address)];
  if (organizationId) own.push({ kind: 'organization', id: organizationId });
  return own;
}

export function addressPayer(address: string): Payer {
  return { kind: 'address', id: clientNetwork(address) };
}
