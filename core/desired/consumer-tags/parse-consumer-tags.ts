import type { CertificateFact, ConsumerFacts, GrantFact } from './consumer-facts';
import { PLAIN_GRANT } from './consumer-tags';
import { decodeTagText } from './percent-encoding';

const CERTIFICATE = /^certificate:([0-9a-f]{64})?:(.*)$/s;
const GRANT = /^(start|end|purpose|scope|grant):([a-z][a-z0-9]*(?:-[a-z0-9]+)*):(.*)$/s;
const DAY = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;

/**
 * Reads a consumer's tags. Tags that are none of ours, or broken, are passed over; a date that cannot be read takes the whole
 * grant away, since it would hold for longer without it. Of two tags that say one thing in two ways the first holds.
 */
export function parseConsumerTags(tags: readonly string[]): ConsumerFacts {
  const certificates: CertificateFact[] = [];
  const grants = new Map<string, GrantFact>();
  const broken = new Set<string>();
  for (const tag of tags) {
    const certificate = certificateOf(tag);
    if (certificate) certificates.push(certificate);
    const [, word, api, encoded] = GRANT.exec(tag) ?? [];
    const value = encoded ? decodeTagText(encoded) : undefined;
    if (word === undefined || api === undefined) continue;
    if ((word === 'start' || word === 'end') && !DAY.test(value ?? '')) broken.add(api);
    if (value === undefined || (word === 'grant' && value !== PLAIN_GRANT)) continue;
    const grant = grants.get(api) ?? { api, scopes: [] };
    if (word === 'grant') grants.set(api, grant);
    else if (word === 'scope') grants.set(api, { ...grant, scopes: [...grant.scopes, value] });
    else grants.set(api, { [word]: value, ...grant });
  }
  return { certificates, grants: [...grants.values()].filter(({ api }) => !broken.has(api)) };
}

function certificateOf(tag: string): CertificateFact | undefined {
  const match = CERTIFICATE.exec(tag);
  if (!match) return undefined;
  const [, sha256, encoded = ''] = match;
  const subject = decodeTagText(encoded);
  if (subject === undefined || (subject === '' && sha256 === undefined)) return undefined;
  return { ...(sha256 === undefined ? {} : { sha256 }), ...(subject === '' ? {} : { subject }) };
}
