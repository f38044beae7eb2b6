import type { Named, Partner } from '../../model';
import { type Check, found } from '../check';

export const resellerCycle: Check<'reseller-cycle'> = {
  code: 'reseller-cycle',
  severity: 'error',
  per: 'catalog',
  summary:
    'A partner is its own reseller, directly or through other resellers; or a reseller runs an application on behalf of a partner through which it buys.',
  rationale: 'a chain of resellers must end with a partner that has a contract with the operator',
  fix: 'Remove `reseller` from the partner that has a contract with the operator, or correct `onBehalfOf`.',
  waivable: false,
  examples: {
    avoid: `kind: Partner
name: initech
type: white-label
reseller: globex
---
kind: Partner
name: globex
reseller: initech
`,
    prefer: `kind: Partner
name: initech
type: white-label
reseller: globex
`,
  },
  *find({ catalog: { partners, applications } }) {
    const visited = new Set<string>();
    for (const partner of partners.values()) {
      const chain = chainFrom(partner.name, partners, visited);
      const last = partners.get(chain.at(-1) ?? '')?.value.reseller;
      const start = last === undefined ? -1 : chain.indexOf(last);
      for (const name of chain) visited.add(name);
      if (start < 0) continue;
      const names = rotated(chain.slice(start));
      const cycle = names.map((name) => `'${name}'`);
      const first = partners.get(names[0] ?? '') ?? partner;
      yield found(
        first.at(['reseller']),
        cycle.length === 1
          ? `partner ${cycle[0]} is its own reseller`
          : `resellers form a cycle: ${[...cycle, cycle[0]].join(' -> ')}`,
        'remove `reseller` from the partner that has a contract with the operator',
      );
    }
    for (const application of applications.values()) {
      const { partner, value } = application;
      const owner = value.onBehalfOf;
      if (owner === undefined || owner === partner.name) continue;
      const chain = chainFrom(partner.name, partners, new Set());
      if (!chain.includes(owner)) continue;
      const names = chain.slice(0, chain.indexOf(owner) + 1).map((name) => `'${name}'`);
      yield found(
        application.at(['onBehalfOf']),
        `partner '${partner.name}' runs application '${application.name}' on behalf of '${owner}', through which it buys: ${names.join(' -> ')}`,
        'name a customer of the partner, or remove `onBehalfOf`',
      );
    }
  },
};

/** A partner, its reseller, the reseller of that one and so on, up to the top or to a partner that was visited before. */
function chainFrom(start: string, partners: Named<Partner>, visited: ReadonlySet<string>): readonly string[] {
  const chain = new Set<string>();
  for (let name: string | undefined = start; name !== undefined; name = partners.get(name)?.value.reseller) {
    if (chain.has(name) || visited.has(name) || !partners.has(name)) break;
    chain.add(name);
  }
  return [...chain];
}

/** The same cycle from the name that sorts first, so that partners below it make no difference. */
function rotated(names: readonly string[]): readonly string[] {
  const first = names.indexOf([...names].sort()[0] ?? '');
  return [...names.slice(first), ...names.slice(0, first)];
}
