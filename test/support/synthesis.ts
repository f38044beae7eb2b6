import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Catalog } from '../../core/model';
import { type SynthesizeOptions, synthesizeTo } from '../../core/output';
import { AS_OF } from './programme';
import type { StackJson } from './terraform';

/** Calls a function with a temporary folder, which is removed afterwards. */
export function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatewright-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The content of a catalog's stacks by stack name, in the order in which they are applied. */
export function stacksOf(
  catalog: Catalog,
  options: Partial<SynthesizeOptions> = {},
): Readonly<Record<string, StackJson>> {
  return inFolder((folder) => {
    const out = path.join(folder, 'cdktf.out');
    const { stacks } = synthesizeTo(out, { catalog, asOf: AS_OF, ...options });
    return Object.fromEntries(stacks.map(({ name, directory }) => [name, readStack(path.join(out, directory))]));
  });
}

/** The file of one stack. */
export function readStack(folder: string): StackJson {
  return JSON.parse(readFileSync(path.join(folder, 'cdk.tf.json'), 'utf8'));
}

/** A stack's resources without their comments, which name files. */
export function withoutComments(resources: StackJson['resource'] = {}): NonNullable<StackJson['resource']> {
  return Object.fromEntries(
    Object.entries(resources).map(([type, byName]) => [
      type,
      Object.fromEntries(Object.entries(byName).map(([name, { '//': comment, ...attributes }]) => [name, attributes])),
    ]),
  );
}

/** Addresses and attributes of all resources of stacks, `<stack>/<type>.<name>`. */
export function resourcesOf(stacks: Readonly<Record<string, StackJson>>): ReadonlyMap<string, Record<string, unknown>> {
  const found = new Map<string, Record<string, unknown>>();
  for (const [stack, { resource = {} }] of Object.entries(stacks)) {
    for (const [type, byName] of Object.entries(resource)) {
      for (const [name, { '//': comment, ...attributes }] of Object.entries(byName))
        found.set(`${stack}/${type}.${name}`, attributes);
    }
  }
  return found;
}
