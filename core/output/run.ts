import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The private places of one run, all beside the output folder: on the same file system, and where a next run finds them. */
export interface Run {
  /** Private folder of the run, `.cdktf.out-x7Ab3k` for the output folder `cdktf.out`. */
  readonly folder: string;
  /** The output that the run is making. */
  readonly next: string;
  /**
   * The previous output, while the next one takes its place and until it is removed. It lies as deep as the output folder, so that
   * relative paths of a Terraform that is working in it lead where they did.
   */
  readonly aside: string;
}

/** What the names of the private folders of all runs begin with. */
export function prefixOf(outFolder: string): string {
  return join(dirname(outFolder), `.${basename(outFolder)}-`);
}

/** The run that has a private folder. */
export function runIn(folder: string): Run {
  return { folder, next: join(folder, 'next'), aside: `${folder}-aside` };
}

/** Every run that has a private folder for an output: those at work, and those that were killed. */
export function runsOf(outFolder: string): readonly Run[] {
  const prefix = prefixOf(outFolder);
  return readdirSync(dirname(outFolder))
    .map((name) => join(dirname(outFolder), name))
    .filter((path) => path.startsWith(prefix) && /^[A-Za-z0-9]{6}$/.test(path.slice(prefix.length)))
    .map(runIn);
}

/**
 * Whether a run has set the previous output aside and not yet put its own in place. Putting it in place takes `next` away in the same
 * step, so that no other moment looks like this one.
 */
export function isBetweenRenames({ next, aside }: Run): boolean {
  return existsSync(aside) && existsSync(next);
}

/** When the previous output was set aside, in milliseconds; the beginning of time if it is gone. */
export function setAsideAt({ aside }: Run): number {
  return statSync(aside, { throwIfNoEntry: false })?.ctimeMs ?? 0;
}
