import type { CellKind, CellOutline } from './outline';

/** A summary of a cell's stack. */
export interface StackSummary {
  /** `sandbox_partners_3` */
  readonly name: string;
  readonly environment: string;
  readonly kind: CellKind;
  /** Number of resources. */
  readonly resources: number;
  /** Its folder relative to the output folder, with forward slashes. */
  readonly directory: string;
}

/** @param resources number of resources in the stack */
export function stackSummary({ name, environment, kind }: CellOutline, resources: number): StackSummary {
  return { name, environment: environment.name, kind, resources, directory: `stacks/${name}` };
}
