import { createHash } from 'node:crypto';
import { canonicalJson } from './base/canonical-json';
import { withDefaults } from './defaults';
import type { Tier } from './kinds';
import { compareVersions, nextVersion } from './units/version';

/**
 * The seal of a tier: its version, a colon, and the first 16 hexadecimal digits of the SHA-256 of its terms in canonical JSON (sorted
 * keys, sorted lists where order has no meaning, explicit defaults). Titles, labels and the status are not part of the terms.
 */
export function sealOf(tier: Tier): string {
  const digest = createHash('sha256')
    .update(canonicalJson(termsOf(tier)))
    .digest('hex');
  return `${tier.version}:${digest}`;
}

/** Why the seal of an active or archived tier is missing or wrong. */
export interface SealProblem {
  readonly reason: 'unsealed' | 'new-version' | 'changed' | 'lower-version';
  /** The version to seal: the tier's own, or the next one if that is already sealed with other terms. */
  readonly version: string;
}

/** Compares a tier with its seal. Drafts need no seal, and an archived tier keeps its seal. */
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
