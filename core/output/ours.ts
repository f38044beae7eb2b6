import { existsSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformJson } from '../../constructs';
import { isStackName, type OutputManifest } from './previous-output';
import { ForeignOutput } from './synthesis-failure';

/** The one file that is ours in a stack's folder, from the output folder. */
export function stackFile(stack: string): string {
  return join('stacks', stack, 'cdk.tf.json');
}

/**
 * Refuses an output folder in which stacks stand that we did not make, be they listed in its manifest or in the place of one
 * that is to be written. A file that is gone or cannot be read says nothing.
 *
 * @throws ForeignOutput
 */
export function refuseForeign(outFolder: string, previous: OutputManifest | undefined, made: readonly string[]): void {
  for (const [name, stack] of Object.entries(previous?.stacks ?? {})) {
    const synthesizedStackPath = stack?.synthesizedStackPath;
    const place = isStackName(name) ? stackFile(name) : undefined;
    if (place === undefined || (synthesizedStackPath !== undefined && join(String(synthesizedStackPath)) !== place))
      throw new ForeignOutput(`its manifest.json lists stack '${name}', which gatewright did not make`);
  }
  for (const name of new Set([...Object.keys(previous?.stacks ?? {}), ...made])) {
    if (originOf(outFolder, name) === 'foreign')
      throw new ForeignOutput(`it has a stack '${name}' that gatewright did not make`);
  }
}

/** Whether the file of a stack is there and carries our remark. */
export function isOurs(outFolder: string, stack: string): boolean {
  return originOf(outFolder, stack) === 'ours';
}

/** Takes the folder of a stack away whose file is gone, unless Terraform or a person has something in it. */
export function removeIfEmpty(outFolder: string, stack: string): void {
  try {
    rmdirSync(join(outFolder, 'stacks', stack));
  } catch {
    // It is in use, and stays.
  }
}

function originOf(outFolder: string, stack: string): 'ours' | 'foreign' | 'unknown' {
  const file = join(outFolder, stackFile(stack));
  if (!existsSync(file)) return 'unknown';
  try {
    const content: TerraformJson | null = JSON.parse(readFileSync(file, 'utf8'));
    const comment: unknown = content?.['//'];
    return typeof comment === 'object' && comment !== null && 'gatewright' in comment ? 'ours' : 'foreign';
  } catch {
    return 'unknown';
  }
}
