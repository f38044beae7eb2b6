import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformJson } from '../desired';
import { isStackName, type OutputManifest, stackFile } from './manifest';
import { ForeignOutput } from './synthesis-failure';

/**
 * Rejects an output folder with stacks that Gatewright did not create, whether its manifest lists them or a new stack would overwrite
 * them. Missing and unreadable files are ignored.
 *
 * @throws ForeignOutput
 */
export function rejectForeign(
  outFolder: string,
  previous: OutputManifest | undefined,
  stacks: readonly string[],
): void {
  for (const [name, stack] of Object.entries(previous?.stacks ?? {})) {
    const synthesizedStackPath = stack?.synthesizedStackPath;
    const path = isStackName(name) ? stackFile(name) : undefined;
    if (path === undefined || (synthesizedStackPath !== undefined && join(String(synthesizedStackPath)) !== path))
      throw new ForeignOutput(`its manifest.json lists stack '${name}', which gatewright did not create`);
  }
  for (const name of new Set([...Object.keys(previous?.stacks ?? {}), ...stacks])) {
    if (creatorOf(outFolder, name) === 'other')
      throw new ForeignOutput(`it contains stack '${name}', which gatewright did not create`);
  }
}

/** Whether the file of a stack exists and has Gatewright's comment. */
export function isGatewrightStack(outFolder: string, stack: string): boolean {
  return creatorOf(outFolder, stack) === 'gatewright';
}

function creatorOf(outFolder: string, stack: string): 'gatewright' | 'other' | 'unknown' {
  const file = join(outFolder, stackFile(stack));
  if (!existsSync(file)) return 'unknown';
  try {
    const content: TerraformJson | null = JSON.parse(readFileSync(file, 'utf8'));
    const comment: unknown = content?.['//'];
    return typeof comment === 'object' && comment !== null && 'gatewright' in comment ? 'gatewright' : 'other';
  } catch {
    return 'unknown';
  }
}
