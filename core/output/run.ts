import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The private folders of one run, all next to the output folder: on the same file system, and where the next run finds them. */
export interface Run {
  /** Private folder of the run, `.cdktf.out-x7Ab3k` for the output folder `cdktf.out`. */
  readonly folder: string;
  /** The output that the run is building. */
  readonly next: string;
  /**
   * The previous output, after the run has set it aside and until it is removed. It is at the same depth as the output folder, so that
   * relative paths still work for a Terraform that is running in it.
   */
  readonly aside: string;
}

/** The common prefix of the private folders of all runs. */
export function prefixOf(outFolder: string): string {
  return join(dirname(outFolder), `.${basename(outFolder)}-`);
}

/** The run with the given private folder. */
export function runIn(folder: string): Run {
  return { folder, next: join(folder, 'next'), aside: `${folder}-aside` };
}

/** All runs that have a private folder for an output, running and killed ones. */
export function runsOf(outFolder: string): readonly Run[] {
  const prefix = prefixOf(outFolder);
  return readdirSync(dirname(outFolder))
    .map((name) => join(dirname(outFolder), name))
    .filter((path) => path.startsWith(prefix) && /^[A-Za-z0-9]{6}$/.test(path.slice(prefix.length)))
    .map(runIn);
}

/**
 * Whether a run has set the previous output aside but not yet put its own in place. The second rename removes `next`, so that this
 * state is unambiguous.
 */
export function isBetweenRenames({ next, aside }: Run): boolean {
  return existsSync(aside) && existsSync(next);
}

/** The time at which the previous output was set aside, in milliseconds; 0 if it does not exist. */
export function setAsideAt({ aside }: Run): number {
  return statSync(aside, { throwIfNoEntry: false })?.ctimeMs ?? 0;
}
