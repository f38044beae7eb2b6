import type { Named, Partner } from '../../model';
import { type Check, error } from './check';

/** A chain of resellers ends. */
export const resellerCycle: Check = {
  code: 'reseller-cycle',
  *find({ catalog: { partners } }) {
    const done = new Set<string>();
    for (const partner of partners.values()) {
      const chain = chainFrom(partner.name, partners, done);
      const last = partners.get(chain.at(-1) ?? '')?.value.reseller;
      const start = last === undefined ? -1 : chain.indexOf(last);
      for (const name of chain) done.add(name);
      if (start < 0) continue;
      const names = rotated(chain.slice(start));
      const cycle = names.map((name) => `'${name}'`);
      const first = partners.get(names[0] ?? '') ?? partner;
      yield error(
        first.at(['reseller']),
        cycle.length === 1
          ? `partner ${cycle[0]} is named as its own reseller`
          : `resellers form a circle: ${[...cycle, cycle[0]].join(' is under ')}`,
        'take `reseller` out of the one that stands at the top',
      );
    }
  },
};

/** The partner, its reseller, that one's reseller and so on, up to the top, a partner seen before, or the chain itself. */
function chainFrom(start: string, partners: Named<Partner>, done: ReadonlySet<string>): readonly string[] {
  const chain = new Set<string>();
  for (let name: string | undefined = start; name !== undefined; name = partners.get(name)?.value.reseller) {
    if (chain.has(name) || done.has(name) || !partners.has(name)) break;
    chain.add(name);
  }
  return [...chain];
}

/** The same circle, told from the name that sorts first: whoever is below it makes no difference. */
function rotated(names: readonly string[]): readonly string[] {
  const first = names.indexOf([...names].sort()[0] ?? '');
  return [...names.slice(first), ...names.slice(0, first)];
}
