import type { Api, Entry, Partner, Path, Position, Sla, Tier } from '../../../model';

/** A document that may have service levels. */
export type SlaDocument = Entry<Api> | Entry<Tier> | Entry<Partner>;

/** The kinds of documents that may have service levels. */
export const SLA_KINDS = ['Api', 'Partner', 'Tier'] as const;

/** A service level as a document has it. */
export interface WrittenSla {
  /** Whose it is, in messages: `tier 'paid'`. */
  readonly owner: string;
  readonly sla: Sla;
  /** Position of one of its fields. */
  at(path: Path): Position;
}

/** The service levels of a document: that of an API or a tier, or those of the deviations in a contract. */
export function writtenSlas(entry: SlaDocument): readonly WrittenSla[] {
  const { value } = entry;
  if (value.kind !== 'Partner') {
    const owner = `${value.kind === 'Api' ? 'api' : 'tier'} '${entry.name}'`;
    return value.sla ? [{ owner, sla: value.sla, at: (path) => entry.at(['sla', ...path]) }] : [];
  }
  return (value.contract.deviations ?? []).flatMap(({ tier, sla }, index) =>
    sla
      ? [
          {
            owner: describeDeviation(entry.name, tier),
            sla,
            at: (path: Path) => entry.at(['contract', 'deviations', index, 'sla', ...path]),
          },
        ]
      : [],
  );
}

/** A deviation in messages. */
export function describeDeviation(partner: string, tier: string): string {
  return `partner '${partner}' for tier '${tier}'`;
}
