import { type DocumentCheck, found } from '../check';

export const deviationWithoutEffect: DocumentCheck<'Partner', 'deviation-without-effect'> = {
  code: 'deviation-without-effect',
  severity: 'warning',
  per: 'document',
  kinds: ['Partner'],
  summary:
    'A deviation of a contract changes neither the price nor the service level; or it starts after the contract has ended, or ends before the contract is accepted.',
  rationale: 'the partner does not get what seems to be agreed',
  fix: 'Write what deviates (`price`, `sla`), correct the days, or remove the deviation.',
  waivable: true,
  examples: {
    avoid: `kind: Partner
name: acme-bank
contract:
  deviations:
    - tier: paid
      from: 2026-10-01
      reason: Volume agreed for three years.
      approvedBy: finance@operator.example
`,
    prefer: `kind: Partner
name: acme-bank
contract:
  deviations:
    - tier: paid
      sla: { minimumCalls: 1000 }
      from: 2026-10-01
      reason: Volume agreed for three years.
      approvedBy: finance@operator.example
`,
  },
  *find(partner) {
    const { accepted, end, deviations = [] } = partner.value.contract;
    // Dates out of order are reported by another check.
    const isContractReversed = accepted !== undefined && end !== undefined && end <= accepted.on;
    for (const [index, { tier, price, sla, from, to }] of deviations.entries()) {
      const at = (field?: string) => partner.at(['contract', 'deviations', index, ...(field ? [field] : [])]);
      const label = `deviation of partner '${partner.name}' from tier '${tier}'`;
      if (!price && !sla) {
        yield found(
          at('tier'),
          `${label} changes neither the price nor the service level`,
          'add `price` or `sla`, or remove the deviation',
        );
        continue;
      }
      if (isContractReversed || (to !== undefined && to <= from)) continue;
      if (end !== undefined && end <= from) {
        yield found(
          at('from'),
          `${label} starts on ${from}, but the contract ends on ${end}`,
          'write an earlier `from`, or a later `end` for the contract',
        );
      } else if (accepted !== undefined && to !== undefined && to <= accepted.on) {
        yield found(
          at('to'),
          `${label} ends on ${to}, but the contract is accepted on ${accepted.on}`,
          'write a later `to`, or remove the deviation',
        );
      }
    }
  },
};
