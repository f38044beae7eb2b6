import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { processIo } from '../../cli/io';
import { createProgram } from '../../cli/run';
import { repositoryFiles } from '../../core/edit/templates/repository';
import { ROOT } from '../cli/workspace';
import { commandLineProblem, commandLinesIn } from './command-lines';

const program = createProgram(processIo(), () => undefined);

const below = (folder: string, ending: string) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.includes('node_modules'))
    .map((name) => path.join(folder, name));

const read = (file: string): readonly [file: string, text: string] => [
  file,
  readFileSync(path.join(ROOT, file), 'utf8'),
];

const pages = ['README.md', 'CONTRIBUTING.md', ...below('docs', '.md'), ...below('gateway', '.md')].map(read);
const written = repositoryFiles('ours', 'file:gatewright-1.0.0.tgz').map(
  ({ path: file, text }): readonly [string, string] => [file, text],
);

describe('documented command lines', () => {
  const shown = [...pages, ...written].flatMap(([file, text]) =>
    commandLinesIn(text).map((command) => ({ file, ...command })),
  );

  test('have existing commands, arguments and options', () => {
    // The synopsis of docs/cli.md is a grammar; another test compares it with the help.
    const wrong = shown
      .filter(({ file, prefix }) => file !== 'docs/cli.md' || prefix !== '')
      .flatMap(({ file, line, words }) => {
        const problem = commandLineProblem(program, words);
        return problem === undefined ? [] : [`${file}:${line}: ${words.join(' ')}: ${problem}`];
      });
    expect(shown.length).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  });

  test('run the installed program and never a package of the same name from a registry', () => {
    for (const { file, line, prefix } of shown) expect([file, line, prefix]).not.toEqual([file, line, 'npx ']);
    for (const [file, text] of pages)
      for (const [, block = ''] of text.matchAll(/^```(?:sh)?\n([\s\S]*?)^```$/gm))
        if (file !== 'docs/cli.md')
          for (const { prefix, words } of commandLinesIn(block))
            expect([file, words.join(' '), prefix]).toEqual([file, words.join(' '), 'npx --no-install ']);
  });
});

describe('command lines in messages', () => {
  const sources = ['cli', 'core', 'policies', 'stacks', 'trial']
    .flatMap((folder) => below(folder, '.ts'))
    // The demo and the end-to-end suite are not in the package and print no command for users.
    .filter((file) => !/^trial.(e2e|demo)\b/.test(file))
    .concat('main.ts')
    .map(read);

  test('have existing commands and options', () => {
    const found = sources.flatMap(([file, text]) =>
      [...text.matchAll(/\b(?:commandLine|catalogCommand)\(((?:[^()]|\([^()]*\))*)\)/g)].map(
        ([, words = '']) => [file, words] as const,
      ),
    );
    const called = found.filter(([, words]) => words.includes("'"));
    expect(called.length).toBeGreaterThan(8);
    for (const [file, words] of called) {
      const literal = words
        .split(',')
        .map((word) => word.trim())
        .filter((word, index) => word !== '' && !(index === 0 && !word.startsWith("'")))
        .map((word) => /^'(.*)'$/.exec(word)?.[1] ?? 'x');
      expect([file, words, commandLineProblem(program, literal)]).toEqual([file, words, undefined]);
    }
  });

  test('are created by commandLine, so that each works when it is pasted', () => {
    for (const [file, text] of sources) {
      const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      const bare = [...code.matchAll(/(?<!--no-install )\bgatewright (?:check|synth|report|init|new|schema)\b/g)];
      if (file !== path.join('core', 'edit', 'templates', 'repository.ts'))
        expect([file, bare.map(([words]) => words)]).toEqual([file, []]);
    }
  });
});

test('a command line with an unknown command or option is reported', () => {
  const problem = (line: string) => commandLineProblem(program, line.split(' '));
  expect(problem('chek')).toBe("'gatewright' has no command 'chek'");
  expect(problem('new partnr acme')).toBe("'new' has no command 'partnr'");
  expect(problem('check --frmat json')).toBe("'check' has no option '--frmat'");
  expect(problem('check a b')).toBe("'check' takes fewer arguments");
  expect(problem('new tier --catalog x')).toBe("'tier' takes more arguments");
  expect(problem('new application my-app --partner acme')).toBeUndefined();
});
