import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformJson } from '../desired';
import { isStackName, type OutputManifest, stackFile } from './manifest';
import { ForeignOutput } from './synthesis-failure';

/**
 * Refuses an output folder that has stacks which Gatewright did not make, be they listed in its manifest or in the place of one
 * that is to be written. A file that is gone or cannot be read is ignored.
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
export function isGatewrightStack(outFolder: string, stack: string): boolean {
  return originOf(outFolder, stack) === 'ours';
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
