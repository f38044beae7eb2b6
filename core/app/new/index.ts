export { addApi, type NewApi } from './api';
export { addApplication, type NewApplication } from './application';
export { addEnvironment, type NewEnvironment, STAGES, type Stage } from './environment';
export { addPartner, type NewPartner } from './partner';
export { addPolicy, type NewPolicy, POLICY_KIND_NAMES } from './policy';
export { addTeam, type NewTeam } from './team';
export { legalBasisProblem, purposeProblem } from './terms';
export { addTier, type NewTier } from './tier';
export type { AddedDocument } from './write-document';
