import { randomBytes } from 'node:crypto';
import { type ExtraPartner, FEW, MANY, SOME, STEADY } from './setup/extra-documents';

/** Every run has partners of its own: a gateway still counts the calls of an earlier one. */
const RUN = randomBytes(3).toString('hex');

/** The name of every consumer of a run begins like this. */
export const PREFIX = 'e2e-';

/** Two whose limit is reached. */
export const LIMITED = [`${PREFIX}one-${RUN}`, `${PREFIX}two-${RUN}`] as const;
/** One that is upgraded. */
export const UPGRADED = `${PREFIX}three-${RUN}`;
/** One that nothing happens to. */
export const PLAIN = `${PREFIX}four-${RUN}`;
/** One that is suspended. */
export const SUSPENDED = `${PREFIX}five-${RUN}`;

/** Those that call all at once in the load check. */
export const LOAD_PARTNERS = ['a', 'b', 'c', 'd'].map((letter) => `${PREFIX}load-${letter}-${RUN}`);

/** The partners of a run as they are at its beginning. */
export const PARTNERS: readonly ExtraPartner[] = [
  ...LIMITED.map((name) => ({ name, tier: FEW })),
  { name: UPGRADED, tier: SOME },
  { name: PLAIN, tier: MANY },
  { name: SUSPENDED, tier: MANY },
  ...LOAD_PARTNERS.map((name) => ({ name, tier: STEADY })),
];
