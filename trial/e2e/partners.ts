import { randomBytes } from 'node:crypto';
import { type ExtraPartner, FEW, MANY, SOME, STEADY } from './setup/extra-documents';

/** Every run has its own partners, because a gateway still counts the calls of earlier ones. */
const RUN = randomBytes(3).toString('hex');

/** Prefix of the names of all consumers of a run. */
export const PREFIX = 'e2e-';

/** Two partners that reach their limit. */
export const LIMITED = [`${PREFIX}one-${RUN}`, `${PREFIX}two-${RUN}`] as const;
/** A partner that moves to a higher tier. */
export const UPGRADED = `${PREFIX}three-${RUN}`;
/** A partner that does not change. */
export const PLAIN = `${PREFIX}four-${RUN}`;
/** A partner that is suspended. */
export const SUSPENDED = `${PREFIX}five-${RUN}`;

/** The partners that call concurrently in the load steps. */
export const LOAD_PARTNERS = ['a', 'b', 'c', 'd'].map((letter) => `${PREFIX}load-${letter}-${RUN}`);

/** The partners of a run, as they are at its start. */
export const PARTNERS: readonly ExtraPartner[] = [
  ...LIMITED.map((name) => ({ name, tier: FEW })),
  { name: UPGRADED, tier: SOME },
  { name: PLAIN, tier: MANY },
  { name: SUSPENDED, tier: MANY },
  ...LOAD_PARTNERS.map((name) => ({ name, tier: STEADY })),
];
