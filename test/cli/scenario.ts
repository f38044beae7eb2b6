import { readFileSync } from 'node:fs';

/** A step of a scenario. */
export type Step =
  | { readonly do: 'start'; readonly from: string }
  | { readonly do: 'file'; readonly path: string; readonly text: string }
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'edit'; readonly path: string; readonly old: string; readonly fresh: string }
  | { readonly do: 'link'; readonly path: string; readonly target: string }
  | { readonly do: 'run'; readonly command: string; readonly expected: Expected }
  | { readonly do: 'content'; readonly path: string; readonly text: string }
  | { readonly do: 'files'; readonly path: string; readonly names: readonly string[] }
  | { readonly do: 'snapshot'; readonly path: string }
  | { readonly do: 'unchanged'; readonly path: string };

export interface Expected {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

export interface Scenario {
  /** The first line: the sentence that the scenario proves. */
  readonly title: string;
  /** Whether to run the built program as a process, instead of its code inside the test. */
  readonly asProcess: boolean;
  readonly steps: readonly Step[];
}

interface Section {
  readonly name: string;
  readonly rest: string;
  readonly body: string;
}

/** Reads a scenario; test/scenarios/README.md describes the format. */
export function readScenario(file: string): Scenario {
  const [head = '', ...parts] = readFileSync(file, 'utf8').split(/^=== /m);
  const [title = '', ...notes] = head.trim().split('\n');
  const sections = parts.map((part): Section => {
    const end = part.indexOf('\n');
    const [name = '', ...rest] = part.slice(0, end).trim().split(' ');
    return { name, rest: rest.join(' '), body: part.slice(end + 1) };
  });
  const steps: Step[] = [];
  while (sections.length > 0) steps.push(stepOf(sections, file));
  return { title, asProcess: notes.some((line) => line.includes('as a process')), steps };
}

/** Removes the sections of the next step from the list, and returns the step. */
function stepOf(sections: Section[], file: string): Step {
  const { name, rest, body } = sections.shift() as Section;
  switch (name) {
    case 'start':
      return { do: 'start', from: rest };
    case 'file':
      return { do: 'file', path: rest, text: body.replace(/\n+$/, '\n') };
    case 'remove':
    case 'snapshot':
    case 'unchanged':
      return { do: name, path: rest };
    case 'edit':
      return { do: 'edit', path: rest, old: marked(body, '-'), fresh: marked(body, '+') };
    case 'link': {
      const [path = '', target = ''] = rest.split(' -> ');
      return { do: 'link', path, target };
    }
    case 'run':
      return { do: 'run', command: rest, expected: expectedOf(sections, file) };
    case 'content':
      return { do: 'content', path: rest, text: body };
    case 'files':
      return { do: 'files', path: rest, names: body.split('\n').filter((line) => line !== '') };
    default:
      throw new Error(`${file}: unknown section '${name}'`);
  }
}

/** The expected result of a run: missing streams are empty, the exit status is required. */
function expectedOf(sections: Section[], file: string): Expected {
  const found = { stdout: '', stderr: '' };
  for (;;) {
    const next = sections.shift();
    if (next?.name === 'exit') return { ...found, status: Number(next.rest) };
    if (next?.name !== 'stdout' && next?.name !== 'stderr') throw new Error(`${file}: '=== run' requires '=== exit'`);
    found[next.name] = next.body;
  }
}

/** The lines that start with a mark, without the mark. */
function marked(body: string, mark: string): string {
  const lines = body.split('\n').filter((line) => line.startsWith(mark));
  return lines.map((line) => line.slice(2)).join('\n');
}

/**
 * The pattern of an expected text: a line `...` matches any number of lines, and `<any>` any part of a line. Blank lines at the end
 * are ignored.
 */
export function patternOf(text: string): RegExp {
  const trimmed = text.replace(/\n+$/, '\n').replace(/^\n$/, '');
  const literal = (plain: string) => plain.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const lines = trimmed.split('\n').slice(0, -1);
  const source = lines.map((line) =>
    line === '...' ? '(?:.*\\n)*?' : `${line.split('<any>').map(literal).join('.*')}\\n`,
  );
  return new RegExp(`^${source.join('')}$`);
}
