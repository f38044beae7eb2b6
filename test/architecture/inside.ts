import { unitIn } from './cycles';
import { edges, type Tree } from './tree';

/** A placeholder for every file directly in a component. */
const DIRECT = '.';

/** What each folder of a component may import from the component: other folders, and files directly in it, such as `a.ts`. */
interface Inside {
  /** For every folder that is not listed below. */
  readonly others: readonly string[];
  readonly folders?: Readonly<Record<string, readonly string[]>>;
}

/** The import rules inside each component. Files directly in a component compose it, and may import everything in it. */
export const INSIDE: Readonly<Record<string, Inside>> = {
  // Text and JSON → kinds and their schemas → the catalog → what a document or a catalog means. Files directly in the model are
  // listed where a folder needs one of them.
  'core/model': {
    others: [],
    folders: {
      text: [],
      units: [],
      subject: [],
      secrets: ['text'],
      // A JSON pointer hides secrets.
      base: ['secrets'],
      messages: ['base'],
      openapi: ['base'],
      kinds: ['base', 'json-schema.ts', 'types.ts'],
      keys: ['kinds', 'subject'],
      validation: ['base', 'json-schema.ts', 'kinds', 'messages', 'schemas.ts', 'subject'],
      defaults: ['base', 'complete-types.ts', 'json-schema.ts', 'kinds', 'schemas.ts', 'validation'],
      fields: ['base', 'json-schema.ts', 'kinds', 'schemas.ts'],
      mailboxes: ['base', 'fields', 'kinds', 'schemas.ts'],
      catalog: ['base', 'fields', 'kinds', 'messages', 'openapi', 'schemas.ts'],
      accreditation: ['base', 'catalog', 'kinds', 'units'],
      contract: ['base', 'catalog', 'kinds', 'units'],
      price: ['base', 'kinds', 'units'],
      api: ['base', 'catalog', 'kinds', 'openapi'],
      terms: ['base', 'catalog', 'contract', 'defaults', 'kinds', 'text', 'units', 'windows.ts'],
      routes: ['api', 'catalog', 'kinds', 'messages', 'openapi', 'text'],
    },
  },
  // Text → values with lines → documents; OpenAPI files and TypeScript add to them.
  'core/load': {
    others: [],
    folders: {
      documents: ['schema', 'source', 'yaml'],
      contracts: ['documents', 'source'],
      'json-text': ['documents', 'yaml'],
      openapi: ['documents', 'json-text', 'schema', 'source', 'yaml'],
      // What is wrong with a document of any origin; constructs use it as well.
      schema: [],
      yaml: ['schema'],
      terms: ['documents', 'json-text', 'schema', 'source', 'yaml'],
      typescript: ['documents'],
    },
  },
  // The definition, input and preparation of checks are next to the folders of checks.
  'core/checks': { others: [DIRECT] },
  // An effective value joins an offer and an access.
  'core/view': {
    others: [],
    folders: {
      offer: ['sourced.ts'],
      access: ['offer', 'sourced.ts'],
      effective: ['access', 'offer', 'sourced.ts', 'views.ts'],
    },
  },
  // Some blocks are criteria of elements.
  'core/readiness': { others: [], folders: { elements: [DIRECT], blocks: [DIRECT, 'elements'] } },
  // Functions for gateways, APIs and partners return entities, cells combine them, and renderers know only entities.
  'core/desired': {
    others: [DIRECT],
    folders: {
      'consumer-tags': [],
      api: [DIRECT, 'gateway'],
      partners: [DIRECT, 'consumer-tags', 'gateway'],
      cells: [DIRECT, 'api', 'consumer-tags', 'gateway', 'partners', 'terraform'],
    },
  },
  // Files only, no folders.
  'core/output': { others: [] },
  // A use case knows what all of them share, but no other use case.
  'core/app': {
    others: [],
    folders: {
      new: [
        'catalog-folder.ts',
        'command-context.ts',
        'overlay-source.ts',
        'package-root.ts',
        'reject-outside.ts',
        'user-error.ts',
      ],
      seal: ['catalog-folder.ts', 'overlay-source.ts', 'reject-outside.ts', 'user-error.ts'],
    },
  },
  // A policy knows what policies share, but no other policy.
  policies: {
    others: ['counters', 'plugin', 'plugin-attributes', 'target'],
    folders: {
      target: [],
      plugin: [],
      'plugin-attributes': ['plugin', 'target'],
      counters: ['target'],
      // A record contains the correlation ID, and an ErrorPolicy names its header.
      audit: ['errors', 'plugin', 'plugin-attributes', 'target'],
    },
  },
  // Each component is a program of its own.
  trial: {
    others: ['server'],
    folders: {
      server: [],
      certificates: [],
      // Signs its keys and those of its clients.
      issuer: ['certificates', 'server'],
      // Get tokens from the issuer, or verify them.
      client: ['issuer', 'server'],
      consent: ['issuer', 'server'],
      // They use all components around a gateway.
      demo: ['client', 'e2e', 'issuer'],
      e2e: ['admin-proxy', 'audit', 'certificates', 'client', 'consent', 'issuer', 'server', 'upstream-stub'],
    },
  },
};

/** Every violation of the rules inside components, one line each, and every import of an index from inside its folder. */
export function insideViolations(tree: Tree): readonly string[] {
  const lines: string[] = [];
  for (const [file, target] of edges(tree)) {
    const home = target.replace(/\/index\.ts$/, '');
    if (home !== target && file.startsWith(`${home}/`)) {
      lines.push(`${file} imports the index of its own folder, ${target}`);
      continue;
    }
    for (const [component, { others, folders = {} }] of Object.entries(INSIDE)) {
      const [from, to] = [unitIn(component, file), unitIn(component, target)];
      if (from === undefined || to === undefined || from === to || from.endsWith('.ts')) continue;
      const name = (unit: string) => unit.slice(component.length + 1);
      const allowed = folders[name(from)] ?? others;
      if (!allowed.includes(name(to)) && !(to.endsWith('.ts') && allowed.includes(DIRECT)))
        lines.push(`${file} must not import ${target}`);
    }
  }
  return lines;
}
