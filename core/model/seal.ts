import { createHash } from 'node:crypto';
import { canonicalJson } from './base/canonical-json';
import { withDefaults } from './defaults';
import type { Tier } from './kinds';
import { compareVersions, nextVersion } from './units/version';

/**
 * The seal of a tier's terms: its version, a colon and the first 16 hexadecimal digits of the SHA-256 of the terms in canonical
 * JSON (keys sorted, lists in which order says nothing sorted, defaults written out). What only describes the tier (titles,
 * labels, its status) is not among the terms.
 */
export function sealOf(tier: Tier): string {
  const digest = createHash('sha256')
    .update(canonicalJson(termsOf(tier)))
    .digest('hex')
    .slice(0, 16);
  return `${tier.version}:${digest}`;
}

/** Why a tier that is or was sold is not sealed as it should be. */
export interface SealProblem {
  readonly reason: 'unsealed' | 'new-version' | 'changed' | 'lower-version';
  /** The version to seal: the tier's own, or the next one where its own is used up. */
  readonly version: string;
}

/** Compares a tier with its seal. Drafts need none; an archived tier keeps the one that it had. */
export function sealProblem(tier: Tier): SealProblem | undefined {
  if (tier.status === 'draft') return undefined;
  if (tier.sealed === undefined) return { reason: 'unsealed', version: tier.version };
  if (tier.sealed === sealOf(tier)) return undefined;
  const sealed = tier.sealed.slice(0, tier.sealed.lastIndexOf(':'));
  const order = compareVersions(tier.version, sealed);
  if (order > 0) return { reason: 'new-version', version: tier.version };
  return { reason: order === 0 ? 'changed' : 'lower-version', version: nextVersion(sealed) };
}

function termsOf(tier: Tier): unknown {
  const { name, version, limits, quota, overrides, sla, support, price, requires } = tier;
  return {
    name,
    version,
    limits,
    quota,
    overrides: overrides && sorted(overrides),
    sla,
    support: support && { ...support, channels: sorted(support.channels) },
    price,
    requires: requires && sorted(requires),
    approval: withDefaults('Tier', tier).approval,
  };
}

function sorted(items: readonly unknown[]): readonly unknown[] {
  return [...items].sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
}
