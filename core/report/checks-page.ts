import type { ALL_CHECKS, CheckDescription } from '../checks';
import { checkPage } from './check-page';

const HEADINGS: Readonly<Record<keyof typeof ALL_CHECKS, readonly [title: string, text: string]>> = {
  documents: [
    'Files and documents',
    'Found while files are read and documents are validated against the schemas of their kinds.',
  ],
  catalog: ['Catalog', 'Found by comparing documents: references, contradictions, dates.'],
  gateway: [
    'Gateway',
    "Found if the edition, version or configuration of an environment's gateway cannot do what the documents require.",
  ],
  guardrails: [
    'Guardrails',
    'Rules of the programme: configurations that a gateway supports, but that must never be used.',
  ],
};

const INTRODUCTION = `# Checks

Every finding has a code, a position (file, line, column), a message and, where possible, the edit to make. An **error** stops
synthesis, a **warning** does not. [\`check --explain CODE\`](cli.md#check) prints a section of this page.

Findings are sorted by cause: first errors in files and documents, then errors in references between documents, then everything
else, each group by file and line. One mistake is one finding: an unknown name is reported once, with its first position and the
others, and nothing that depends on it is checked. A document that is invalid is not checked further. A document from TypeScript is
named in each of its findings, because one line can define many.

The passing of time never turns a catalog without errors into one with errors. The end of a certificate, for example, is a warning,
so that it cannot block an urgent change to something else.

The examples change one thing in a small valid catalog on 2026-11-21. Fields that do not matter are left out.`;

/** The text of docs/checks.md: every check under its code as heading. */
export function checksPage(checks: Readonly<Record<keyof typeof ALL_CHECKS, readonly CheckDescription[]>>): string {
  const sections = Object.entries(HEADINGS).map(([stage, [title, text]]) => {
    const ofStage = checks[stage as keyof typeof checks];
    const pages = ofStage.map((check) => `### ${check.code}\n\n${checkPage(check)}`);
    return [`## ${title}`, text, table(ofStage), ...pages].join('\n\n');
  });
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

function table(checks: readonly CheckDescription[]): string {
  const rows = checks.map(({ code, severity, summary }) => `| [${code}](#${code}) | ${severity} | ${cell(summary)} |`);
  return ['| Code | Severity | Finds |', '|---|---|---|', ...rows].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
