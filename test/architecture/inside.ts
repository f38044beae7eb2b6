import { unitIn } from './cycles';
import { edges, type Tree } from './tree';

/** What the folders of one part may import of that part, besides themselves: folders, and files that lie directly in it. */
interface Inside {
  /** For every folder that is not named below. */
  readonly others: readonly string[];
  readonly folders?: Readonly<Record<string, readonly string[]>>;
}

/** The rules inside a part. What lies directly in a part puts it together and may import everything in it. */
export const INSIDE: Readonly<Record<string, Inside>> = {
  // Text → values with lines → documents; OpenAPI files and programs join them.
  'core/load': {
    others: [],
    folders: {
      documents: ['source', 'yaml'],
      'json-text': ['documents', 'yaml'],
      openapi: ['documents', 'json-text', 'source', 'yaml'],
      typescript: ['documents'],
    },
  },
  'core/checks': { others: [] },
  // A policy knows what policies share, and no other policy.
  policies: {
    others: ['counters', 'plugin', 'plugin-attributes', 'target'],
    folders: {
      target: [],
      plugin: [],
      'plugin-attributes': ['plugin', 'target'],
      counters: ['target'],
      // A record has the correlation id, and an ErrorPolicy names the header that it comes in.
      audit: ['errors', 'plugin', 'plugin-attributes', 'target'],
    },
  },
  // Each part is a program of its own.
  trial: {
    others: ['server'],
    folders: {
      server: [],
      certificates: [],
      // Signs its keys and those of its clients.
      issuer: ['certificates', 'server'],
      // Ask the issuer for tokens, or whether one is its own.
      client: ['issuer', 'server'],
      consent: ['issuer', 'server'],
      // They try everything that surrounds a gateway.
      demo: ['client', 'e2e', 'issuer'],
      e2e: ['audit', 'certificates', 'client', 'consent', 'echo', 'front', 'issuer', 'server'],
    },
  },
};

/** Everything in which a tree breaks the rules inside a part, one line each; and every import of an index from inside its folder. */
export function insideViolations(tree: Tree): readonly string[] {
  const lines: string[] = [];
  for (const [file, target] of edges(tree)) {
    const home = target.replace(/\/index\.ts$/, '');
    if (home !== target && file.startsWith(`${home}/`))
      lines.push(`${file} imports the index of its own folder, ${target}`);
    for (const [part, { others, folders = {} }] of Object.entries(INSIDE)) {
      const [from, to] = [unitIn(part, file), unitIn(part, target)];
      if (from === undefined || to === undefined || from === to || from.endsWith('.ts')) continue;
      const name = (unit: string) => unit.slice(part.length + 1).replace(/\.ts$/, '');
      if (!(folders[name(from)] ?? others).includes(name(to))) lines.push(`${file} must not import ${target}`);
    }
  }
  return lines;
}
