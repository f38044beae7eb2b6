import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_CHECKS } from '../../../core/checks';
import { CATALOG_CODES, DOCUMENT_CODES, GATEWAY_CODES, GUARDRAIL_CODES } from '../../../core/model';
import { checksPage } from '../../../core/report';

const root = path.join(__dirname, '../../..');

const stages = [
  ['documents', DOCUMENT_CODES],
  ['catalog', CATALOG_CODES],
  ['gateway', GATEWAY_CODES],
  ['guardrails', GUARDRAIL_CODES],
] as const;

test.each(stages)('the list of %s checks has each code of the union once, sorted', (stage, codes) => {
  expect(ALL_CHECKS[stage].map(({ code }) => code)).toEqual([...codes]);
  expect([...codes]).toEqual([...new Set(codes)].sort());
});

test.each(stages)('each %s check is in the file that is named by its code', (stage) => {
  const missing = ALL_CHECKS[stage].filter(
    ({ code }) => !existsSync(path.join(root, 'core/checks', stage, `${code}.ts`)),
  );
  expect(missing).toEqual([]);
});

test('docs/checks.md is what `npm run generate` writes', () => {
  expect(readFileSync(path.join(root, 'docs/checks.md'), 'utf8')).toBe(checksPage(ALL_CHECKS));
});

const checks = Object.values(ALL_CHECKS).flatMap((of) => of.map((check) => [check.code, check] as const));

describe.each(checks)('%s', (_, { summary, rationale, fix }) => {
  test('has a summary and a fix in sentences, and a rationale that follows "Why:"', () => {
    expect(summary).toMatch(/^[A-Z`].{20,}\.$/);
    expect(fix).toMatch(/^[A-Z`].{10,}\.$/);
    expect(rationale).toMatch(/^([a-z`]|[A-Z]+[A-Za-z]*('s|,)? ).{20,}[^.]$/);
  });
});
