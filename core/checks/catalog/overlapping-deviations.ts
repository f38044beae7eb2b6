import { type Deviation, deviationPeriod, type Path, periodsOverlap } from '../../model';
import { type DocumentCheck, found } from '../check';

export const overlappingDeviations: DocumentCheck<'Partner', 'overlapping-deviations'> = {
  code: 'overlapping-deviations',
  severity: 'error',
  per: 'document',
  kinds: ['Partner'],
  summary:
    'Two deviations of a contract set the same item of a price, or the same part of a service level, at the same time.',
  rationale: 'it would be unclear which price or which service level applies',
  fix: 'Let the first one end before the second one starts, or keep one of them.',
  waivable: false,
  examples: {
    avoid: `kind: Partner
name: acme-bank
contract:
  deviations:
    - tier: paid
      sla: { minimumCalls: 1000 }
      from: 2026-10-01
      reason: Agreed for the first year.
      approvedBy: finance@operator.example
    - tier: paid
      sla: { minimumCalls: 500 }
      from: 2027-10-01
      reason: Agreed for the following years.
      approvedBy: finance@operator.example
`,
    prefer: `kind: Partner
name: acme-bank
contract:
  deviations:
    - tier: paid
      sla: { minimumCalls: 1000 }
      from: 2026-10-01
      to: 2027-10-01
      reason: Agreed for the first year.
      approvedBy: finance@operator.example
    - tier: paid
      sla: { minimumCalls: 500 }
      from: 2027-10-01
      reason: Agreed for the following years.
      approvedBy: finance@operator.example
`,
  },
  *find(partner) {
    const { deviations = [] } = partner.value.contract;
    for (const [index, later] of deviations.entries()) {
      const overlapping = deviations
        .slice(0, index)
        .filter(
          (one) =>
            one.tier === later.tier &&
            periodsOverlap(deviationPeriod(partner.value, one), deviationPeriod(partner.value, later)),
        );
      for (const part of partsOf(later)) {
        const earlier = overlapping.find((one) => partsOf(one).some(({ label }) => label === part.label));
        if (!earlier) continue;
        yield found(
          partner.at(['contract', 'deviations', index, ...part.path], 'key'),
          `two deviations of partner '${partner.name}' from tier '${later.tier}' set ${part.label} at the same time, from ${earlier.from} and from ${later.from}`,
          'let the first one end before the second one starts (`to`), or keep one of them',
        );
      }
    }
  },
};

/** What a deviation sets: items of the price, and top-level parts of the service level. */
function partsOf({ price = {}, sla = {} }: Deviation): readonly { readonly label: string; readonly path: Path }[] {
  return [
    ...Object.keys(price).map((name) => ({ label: `item '${name}' of the price`, path: ['price', name] })),
    ...Object.keys(sla).map((name) => ({ label: `\`${name}\` of the service level`, path: ['sla', name] })),
  ];
}
