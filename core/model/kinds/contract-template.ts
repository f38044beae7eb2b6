import schema from '../schemas/contract-template.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type ContractTemplate = DocumentOf['ContractTemplate'];

export const CONTRACT_TEMPLATE = kindDefinition({
  kind: 'ContractTemplate',
  schema,
  label: 'contract template',
  plural: 'contract templates',
  place: { map: 'contractTemplates' },
  file: 'contracts/{name}.yaml',
  references: [],
});

/** Defines a template of contracts. */
export const defineContractTemplate = definer('ContractTemplate');
