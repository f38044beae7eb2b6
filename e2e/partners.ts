import { type ExtraPartner, FEW, MANY, SOME } from './trial/extra-documents';

/** Two whose limit is reached. */
export const AT_THE_EDGE = ['e2e-one', 'e2e-two'] as const;
/** One that is upgraded. */
export const UPGRADED = 'e2e-three';
/** One that nothing happens to. */
export const PLAIN = 'e2e-four';
/** One that is suspended. */
export const SUSPENDED = 'e2e-five';

/** The partners of a run as they are at its beginning. */
export const PARTNERS: readonly ExtraPartner[] = [
  ...AT_THE_EDGE.map((name) => ({ name, tier: FEW })),
  { name: UPGRADED, tier: SOME },
  { name: PLAIN, tier: MANY },
  { name: SUSPENDED, tier: MANY },
];
