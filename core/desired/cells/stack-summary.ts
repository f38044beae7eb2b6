import type { CellKind, CellOutline } from './outline';

/** The stack of a cell, in short. */
export interface StackSummary {
  /** `sandbox_partners_3` */
  readonly name: string;
  readonly environment: string;
  readonly kind: CellKind;
  /** How many resources it holds. */
  readonly resources: number;
  /** Its folder, from the output folder, with forward slashes. */
  readonly directory: string;
}

/** @param resources how many resources the stack holds */
export function stackSummary({ name, environment, kind }: CellOutline, resources: number): StackSummary {
  return { name, environment: environment.name, kind, resources, directory: `stacks/${name}` };
}
