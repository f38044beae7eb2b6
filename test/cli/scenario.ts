import { readFileSync } from 'node:fs';

/** One step of a scenario, as its text has it. */
export type Step =
  | { readonly do: 'start'; readonly from: string }
  | { readonly do: 'file'; readonly path: string; readonly text: string }
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'edit'; readonly path: string; readonly old: string; readonly fresh: string }
  | { readonly do: 'link'; readonly path: string; readonly target: string }
  | { readonly do: 'run'; readonly command: string; readonly expected: Expected }
  | { readonly do: 'holds'; readonly path: string; readonly text: string }
  | { readonly do: 'files'; readonly path: string; readonly names: readonly string[] }
  | { readonly do: 'keep'; readonly path: string }
  | { readonly do: 'kept'; readonly path: string };

export interface Expected {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

export interface Scenario {
  /** The first line: a sentence that is true. */
  readonly title: string;
  /** Whether it runs the built program as a process of its own; else its code in this process. */
  readonly asProcess: boolean;
  readonly steps: readonly Step[];
}

interface Section {
  readonly word: string;
  readonly rest: string;
  readonly body: string;
}

/** Reads a scenario; its form is described in test/scenarios/README.md. */
export function readScenario(file: string): Scenario {
  const [head = '', ...parts] = readFileSync(file, 'utf8').split(/^=== /m);
  const [title = '', ...notes] = head.trim().split('\n');
  const sections = parts.map((part): Section => {
    const end = part.indexOf('\n');
    const [word = '', ...rest] = part.slice(0, end).trim().split(' ');
    return { word, rest: rest.join(' '), body: part.slice(end + 1) };
  });
  const steps: Step[] = [];
  while (sections.length > 0) steps.push(stepOf(sections, file));
  return { title, asProcess: notes.some((line) => line.includes('as a process')), steps };
}

/** Takes the sections of one step from the front. */
function stepOf(sections: Section[], file: string): Step {
  const { word, rest, body } = sections.shift() as Section;
  switch (word) {
    case 'start':
      return { do: 'start', from: rest };
    case 'file':
      return { do: 'file', path: rest, text: body.replace(/\n+$/, '\n') };
    case 'remove':
    case 'keep':
    case 'kept':
      return { do: word, path: rest };
    case 'edit':
      return { do: 'edit', path: rest, old: marked(body, '-'), fresh: marked(body, '+') };
    case 'link': {
      const [path = '', target = ''] = rest.split(' -> ');
      return { do: 'link', path, target };
    }
    case 'run':
      return { do: 'run', command: rest, expected: expectedOf(sections, file) };
    case 'holds':
      return { do: 'holds', path: rest, text: body };
    case 'files':
      return { do: 'files', path: rest, names: body.split('\n').filter((line) => line !== '') };
    default:
      throw new Error(`${file}: no scenario has a section '${word}'`);
  }
}

/** What is expected of a run: what is not named is expected to be empty, the exit status is always named. */
function expectedOf(sections: Section[], file: string): Expected {
  const found = { stdout: '', stderr: '' };
  for (;;) {
    const next = sections.shift();
    if (next?.word === 'exit') return { ...found, status: Number(next.rest) };
    if (next?.word !== 'stdout' && next?.word !== 'stderr') throw new Error(`${file}: a run without '=== exit'`);
    found[next.word] = next.body;
  }
}

/** The lines that begin with a mark, without it. */
function marked(body: string, mark: string): string {
  const lines = body.split('\n').filter((line) => line.startsWith(mark));
  return lines.map((line) => line.slice(2)).join('\n');
}

/**
 * A pattern of an expected text: a line `...` stands for any lines, also none, and `<any>` for any characters of a line.
 * An empty line at the end only parts it from the next section.
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
