import { getOwn } from '../base/get-own';
import type { NamedValue } from '../catalog/catalog';
import type { ContractTemplate, Partner } from '../kinds';

/** A version of a contract template. */
export type ContractVersion = ContractTemplate['versions'][string];

/** The contract templates of a catalog, by name. */
export type ContractTemplates<T extends NamedValue<ContractTemplate> = NamedValue<ContractTemplate>> = ReadonlyMap<
  string,
  T
>;

/** The version of a template that a contract has. */
export interface AgreedVersion<T extends NamedValue<ContractTemplate> = NamedValue<ContractTemplate>> {
  readonly template: T;
  /** `2.1.0`: the key in the template's `versions`. */
  readonly version: string;
  readonly value: ContractVersion;
}

/** The version of the template that a partner's contract has; undefined if there is no such template or version. */
export function contractVersion<T extends NamedValue<ContractTemplate>>(
  templates: ContractTemplates<T>,
  { contract }: Partner,
): AgreedVersion<T> | undefined {
  const { version } = contract;
  const template = templates.get(contract.template);
  const value = getOwn(template?.value.versions, version);
  return template && value && Object.freeze({ template, version, value });
}
