import type { CheckDescription, Example, ExampleParts } from '../checks';

/** The scope of a check, as text. */
const READS: Readonly<Record<CheckDescription['per'], string>> = {
  document: 'one document',
  application: 'one application and the documents that it refers to',
  api: 'one API and the documents that it refers to',
  catalog: 'the whole catalog',
  output: 'the whole catalog and the previous output',
};

/** The page of a check as Markdown: what it finds, why, an example of each kind, and how to fix it. Without its heading. */
export function checkPage(check: CheckDescription): string {
  const { severity, per, summary, rationale, fix, details, examples } = check;
  return [
    `*${severity === 'error' ? 'Error' : 'Warning'}. Reads ${READS[per]}.*`,
    summary,
    ...(details === undefined ? [] : [details.trim()]),
    `**Why:** ${rationale}.`,
    `**Avoid**\n\n${exampleBlocks(examples.avoid)}`,
    `**Prefer**\n\n${exampleBlocks(examples.prefer)}`,
    `**Fix:** ${fix}`,
  ].join('\n\n');
}

function exampleBlocks(example: Example): string {
  const parts: ExampleParts = typeof example === 'string' ? { documents: example } : example;
  const { documents, without = [], files = {}, previous, commands } = parts;
  return [
    ...(commands === undefined ? [] : [block('sh', commands)]),
    ...Object.entries(files).map(([path, text]) => `\`${path}\`\n\n${block(languageOf(path), text)}`),
    ...(previous === undefined
      ? []
      : [`The previous output has:\n\n${block('json', JSON.stringify(previous, null, 2))}`]),
    ...(documents === undefined
      ? []
      : [block('yaml', [documents.trimEnd(), ...without.map((field) => `# without ${field}`)].join('\n'))]),
  ].join('\n\n');
}

function block(language: string, text: string): string {
  // The fence must be longer than any run of backticks in the text.
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

function languageOf(path: string): string {
  const [, ending = ''] = /\.(\w+)$/.exec(path) ?? [];
  return { yml: 'yaml', yaml: 'yaml', ts: 'ts', json: 'json' }[ending] ?? '';
}
