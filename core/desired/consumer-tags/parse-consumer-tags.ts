import type { CertificateFact, ConsumerFacts, GrantFact } from './consumer-facts';
import { PLAIN_GRANT } from './consumer-tags';
import { decodeTagText } from './percent-encoding';

const CERTIFICATE = /^certificate:([0-9a-f]{64})?:(.*)$/s;
const GRANT = /^(start|end|purpose|scope|grant):([a-z][a-z0-9]*(?:-[a-z0-9]+)*):(.*)$/s;
const DATE = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;

/**
 * Parses a consumer's tags. Malformed tags and tags that Gatewright did not write are ignored. A grant with a malformed date is
 * dropped, because it would last longer without the date. If two tags conflict, the first one applies.
 */
export function parseConsumerTags(tags: readonly string[]): ConsumerFacts {
  const certificates: CertificateFact[] = [];
  const grants = new Map<string, GrantFact>();
  const malformed = new Set<string>();
  for (const tag of tags) {
    const certificate = certificateOf(tag);
    if (certificate) certificates.push(certificate);
    const [, type, api, encoded] = GRANT.exec(tag) ?? [];
    const value = encoded ? decodeTagText(encoded) : undefined;
    if (type === undefined || api === undefined) continue;
    if ((type === 'start' || type === 'end') && !DATE.test(value ?? '')) malformed.add(api);
    if (value === undefined || (type === 'grant' && value !== PLAIN_GRANT)) continue;
    const grant = grants.get(api) ?? { api, scopes: [] };
    if (type === 'grant') grants.set(api, grant);
    else if (type === 'scope') grants.set(api, { ...grant, scopes: [...grant.scopes, value] });
    else grants.set(api, { [type]: value, ...grant });
  }
  return { certificates, grants: [...grants.values()].filter(({ api }) => !malformed.has(api)) };
}

function certificateOf(tag: string): CertificateFact | undefined {
  const match = CERTIFICATE.exec(tag);
  if (!match) return undefined;
  const [, sha256, encoded = ''] = match;
  const subject = decodeTagText(encoded);
  if (subject === undefined || (subject === '' && sha256 === undefined)) return undefined;
  return { ...(sha256 === undefined ? {} : { sha256 }), ...(subject === '' ? {} : { subject }) };
}
