import type { Absence, BlockResult, Readiness } from '../../readiness';

const REASONS: Readonly<Record<Absence, string>> = {
  page: 'pages, for which there is no kind of document yet',
  event: 'events, for which there is no kind of document yet',
  portal: 'functions of a portal',
  report: 'reports that Gatewright does not have yet',
  calls: 'figures about calls, which Gatewright does not read yet',
  export: 'exports that Gatewright does not have yet',
  link: 'links to other services, for which there is no field',
  field: 'facts for which there is no field',
  people: 'work of people, with nothing to write in a catalog',
};

/** The names of the blocks that a catalog cannot have, by reason. A name that several categories have is listed once. */
export function absentBlocks({
  categories,
}: Readiness): readonly (readonly [reason: string, names: readonly string[]])[] {
  const blocks = categories.flatMap((category): readonly BlockResult[] => category.blocks);
  return Object.entries(REASONS).flatMap(([absence, reason]) => {
    const names = new Set(blocks.filter(({ absent }) => absent === absence).map(({ name }) => name));
    return names.size === 0 ? [] : [[reason, [...names]] as const];
  });
}
