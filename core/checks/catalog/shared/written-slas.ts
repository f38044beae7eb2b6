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
  /** The path of the service level in its document. */
  readonly path: Path;
  /** Position of one of its fields. */
  at(path?: Path): Position;
}

/** The service levels of a document: that of an API or a tier, or those of the deviations in a contract. */
export function writtenSlas(entry: SlaDocument): readonly WrittenSla[] {
  const { value } = entry;
  if (value.kind === 'Partner')
    return (value.contract.deviations ?? []).flatMap((_, index) => deviationSla(entry, index));
  const owner = `${value.kind === 'Api' ? 'api' : 'tier'} '${entry.name}'`;
  return value.sla ? [written(entry, owner, value.sla, ['sla'])] : [];
}

/** The service level of a deviation in a contract; empty if it has none. */
export function deviationSla(partner: SlaDocument, index: number): readonly WrittenSla[] {
  const deviation = partner.value.kind === 'Partner' ? partner.value.contract.deviations?.[index] : undefined;
  if (!deviation?.sla) return [];
  const owner = `partner '${partner.name}' for tier '${deviation.tier}'`;
  return [written(partner, owner, deviation.sla, ['contract', 'deviations', index, 'sla'])];
}

function written(entry: SlaDocument, owner: string, sla: Sla, path: Path): WrittenSla {
  return { owner, sla, path, at: (below = []) => entry.at([...path, ...below]) };
}
