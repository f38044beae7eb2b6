import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../cli/workspace';
import { runProcess } from '../support/processes';
import { inFolder } from '../support/synthesis';

/** The compiler's errors for TypeScript modules that import this package; empty if there are none. */
export function typeErrors(texts: readonly string[]): string {
  return inFolder((folder) => {
    const files = texts.map((text, index) => {
      writeFileSync(path.join(folder, `${index}.ts`), text);
      return `${index}.ts`;
    });
    const compilerOptions = { types: ['node'], typeRoots: [path.join(ROOT, 'node_modules/@types')] };
    const config = { extends: path.join(ROOT, 'tsconfig.json'), compilerOptions, files, include: [] };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
    const { status, stdout, stderr } = runProcess(process.execPath, [
      path.join(ROOT, 'node_modules/typescript/bin/tsc'),
      '--project',
      folder,
    ]);
    return status === 0 ? '' : `${stdout}${stderr}`;
  });
}
