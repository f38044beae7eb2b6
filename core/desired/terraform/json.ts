import { sortedKeys } from '../../model/base/sorted-keys';

/** Terraform's JSON, as far as Gatewright looks into it. */
export interface TerraformJson {
  readonly '//'?: Readonly<Record<string, unknown>>;
  readonly terraform?: Readonly<Record<string, unknown>>;
  readonly provider?: Readonly<Record<string, unknown>>;
  readonly variable?: Readonly<Record<string, unknown>>;
  /** By type, then by logical id. */
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly [block: string]: unknown;
}

/** The bytes of a stack's file. Below the blocks, values have their keys sorted already (text.ts). */
export function terraformFile(json: TerraformJson): string {
  return JSON.stringify(sortedKeys(json), null, 2);
}
