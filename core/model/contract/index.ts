/** Contracts with partners: their templates, deviations and parties. */
export { type AgreedVersion, type ContractTemplates, type ContractVersion, contractVersion } from './contract-version';
export { type ContractDeviation, type Deviation, deviationPeriod, deviationsOn } from './deviations';
export { type Parties, type Partners, partiesOf } from './parties';
