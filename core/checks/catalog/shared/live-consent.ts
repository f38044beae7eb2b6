import type { ApiEntry, Catalog, ConsentPolicy, Entry } from '../../../model';
import { policyOf } from '../../../model';

/** Why a policy never asks for the consent of an API's users, although it has `live`; undefined if it does. */
export function reasonNeverAsked(
  catalog: Catalog,
  api: ApiEntry,
  policy: Entry<ConsentPolicy>,
): 'partner-signed' | 'no-user-rule' | undefined {
  const token = policyOf(catalog, api.value, 'token');
  // Where users are required, 'user-context-unavailable' reports it.
  if (policy.value.userContext !== 'any' || !token) return undefined;
  if (token.value.signedBy === 'partner') return 'partner-signed';
  return token.value.threeLegged ? undefined : 'no-user-rule';
}
