import { randomBytes } from 'node:crypto';
import { CHANGED, type ExtraPartner, FEW, MANY, QUOTA, SOME, STEADY } from './setup/extra-documents';

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

/** A reseller, and a partner that buys through it. */
export const RESELLER = `${PREFIX}six-${RUN}`;
export const RESOLD = `${PREFIX}seven-${RUN}`;
/** A partner that uses up its quota. */
export const METERED = `${PREFIX}eight-${RUN}`;
/** A partner at a tier whose terms change. */
export const INFORMED = `${PREFIX}nine-${RUN}`;

/** The partners that call concurrently in the load steps. */
export const LOAD_PARTNERS = ['a', 'b', 'c', 'd'].map((letter) => `${PREFIX}load-${letter}-${RUN}`);

/** The partners of a run, as they are at its start. */
export const PARTNERS: readonly ExtraPartner[] = [
  ...LIMITED.map((name) => ({ name, tier: FEW })),
  { name: UPGRADED, tier: SOME },
  { name: PLAIN, tier: MANY },
  { name: SUSPENDED, tier: MANY },
  { name: RESELLER, tier: MANY, type: 'reseller' },
  { name: RESOLD, tier: MANY, reseller: RESELLER },
  { name: METERED, tier: QUOTA },
  { name: INFORMED, tier: CHANGED },
  ...LOAD_PARTNERS.map((name) => ({ name, tier: STEADY })),
];
