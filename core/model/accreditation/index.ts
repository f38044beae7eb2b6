/** Evidence and levels of partners, and the previews that are open to them. */
export { isInAudience } from './audience';
export { type Evidence, evidenceEnd, hasEvidence } from './evidence';
export { isAtLeast, levelOn } from './level';
