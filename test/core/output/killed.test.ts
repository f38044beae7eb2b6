import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { synthesizeTo } from '../../../core/output';
import { runProcess } from '../../support/processes';
import { AS_OF, catalogOfFiles } from '../../support/programme';
import { inFolder } from '../../support/synthesis';
import { contentOf, program, variant, writeCatalog } from './concurrent';

/** JavaScript that kills the process before a rename (0 or 1), or after the second one (2). */
const killAtRename = (count: number) => `
  const rename = fs.renameSync;
  let renames = 0;
  fs.renameSync = (from, to) => {
    if (renames === ${count}) kill();
    rename(from, to);
    renames += 1;
    if (renames === 2 && ${count} === 2) kill();
  };`;

const KILLED: readonly [string, string, 'previous' | 'aside' | 'next'][] = [
  ['while it renders', 'options.onProgress = (done, total) => { if (done === total) kill(); };', 'previous'],
  ['before it sets the previous output aside', killAtRename(0), 'previous'],
  ['between the two renames', killAtRename(1), 'aside'],
  ['after its own output is in place', killAtRename(2), 'next'],
];

const APIS = ['production', 'sandbox', 'staging'].map((name) => `stacks/${name}_apis_identity/cdk.tf.json`);

/** The files with different text. */
function changed(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] {
  expect(Object.keys(after)).toEqual(Object.keys(before));
  return Object.keys(after).filter((name) => after[name] !== before[name]);
}

test.each(KILLED)(
  'a run that is killed %s leaves one complete output, and the next run continues with it and cleans up',
  (_, prepare, state) => {
    inFolder((folder) => {
      const out = path.join(folder, 'cdktf.out');
      const catalogFolder = path.join(folder, 'catalog');
      writeCatalog(catalogFolder, variant(411));
      synthesizeTo(out, { catalog: catalogOfFiles(variant(500)), asOf: AS_OF });
      mkdirSync(path.join(out, 'stacks/sandbox_global/.terraform'));
      writeFileSync(path.join(out, 'stacks/sandbox_global/.terraform/x'), 'provider');
      const previous = contentOf(out);
      const { signal } = runProcess(process.execPath, program({ catalogFolder, out, asOf: AS_OF, times: 1 }, prepare));
      expect(signal).toBe('SIGKILL');

      expect(existsSync(out)).toBe(state !== 'aside');
      const aside = readdirSync(folder).find((name) => name.endsWith('-aside')) ?? '';
      const left = contentOf(state === 'aside' ? path.join(folder, aside) : out);
      expect(changed(previous, left)).toEqual(state === 'next' ? APIS : []);

      synthesizeTo(out, { catalog: catalogOfFiles(variant(412)), asOf: AS_OF, environments: ['sandbox'] });
      const content = contentOf(out);
      expect(changed(left, content)).toEqual(['stacks/sandbox_apis_identity/cdk.tf.json']);
      expect(content['stacks/sandbox_apis_identity/cdk.tf.json']).toContain('412');
      expect(readdirSync(folder).sort()).toEqual(['catalog', 'cdktf.out']);
    });
  },
);
