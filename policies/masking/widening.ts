import type { WideningList } from '../plugin/widening-list';

/** The groups by which rules choose callers, and the rules: with the old ones beside the new ones more is masked, never less. */
export const MASKING_WIDENING: readonly WideningList[] = [
  { plugin: 'partner-masking', path: 'groups' },
  { plugin: 'partner-masking', path: 'rules' },
];
