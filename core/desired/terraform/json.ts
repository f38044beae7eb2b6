import { sortedKeys } from '../../model/base/sorted-keys';

/** The part of Terraform's JSON that Gatewright reads. */
export interface TerraformJson {
  readonly '//'?: Readonly<Record<string, unknown>>;
  readonly terraform?: Readonly<Record<string, unknown>>;
  readonly provider?: Readonly<Record<string, unknown>>;
  readonly variable?: Readonly<Record<string, unknown>>;
  /** By type, then by address. */
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly [block: string]: unknown;
}

/** The text of a stack's file. The keys inside blocks are already sorted (text.ts). */
export function terraformFile(json: TerraformJson): string {
  return JSON.stringify(sortedKeys(json), null, 2);
}
