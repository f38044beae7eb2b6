import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { builtCli } from '../../cli/workspace';
import { OPENAPI } from '../../support/catalog';

// The child loads what is built, which must not be older than the sources.
beforeAll(() => void builtCli());

const CHILD = join(__dirname, '../../support/hostile/load.cjs');

/** Loads a catalog with 512 MiB of memory; ends it after minutes, which is a failure. */
function load(files: Readonly<Record<string, string>>): { codes: readonly string[]; count: number } {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=512', CHILD], {
    input: JSON.stringify(files),
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 1024 * 1024,
  });
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
  return JSON.parse(stdout);
}

const TEAM = 'kind: Team\nname: t\ntitle: T\nemail: t@x.example\n';
const API = `kind: Api
name: a
title: A
domain: d
owner: o
version: 1.0.0
basePath: /a
openapi: openapi.yaml
lifecycle: draft
criticality: low
personalData: false
visibility: public
tiers: [free]
upstreams: { x: { url: https://a } }
policies: { token: b, errors: c }
`;

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** The codes of the first findings, and how many there may be at most. */
const CATALOGS: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  codes: readonly string[],
  atMost: number,
])[] = [
  [
    'aliases that explode',
    { 'a.yaml': `kind: Team\nx0: &x0 [x, x]\n${many(40, (i) => `x${i + 1}: &x${i + 1} [*x${i}, *x${i}]\n`)}` },
    ['file-too-large'],
    1,
  ],
  [
    'aliases just below the limit, all wrong',
    { 'a.yaml': `${TEAM}labels:\n  a: &a [${'1,'.repeat(500)}]\n${many(900, (i) => `  k${i}: *a\n`)}` },
    ['too-long'],
    1,
  ],
  [
    'every alternative wrong',
    {
      'a.yaml': `kind: Application\nname: a\ntitle: A\npartner: b\ncredentials:\n${many(40_000, (i) => `  e${i}: { keys: [{}] }\n`)}`,
    },
    ['missing-field'],
    1,
  ],
  [
    'items that are all the same',
    { 'a.yaml': `kind: Tier\nname: a\ntitle: A\nstatus: draft\nversion: 1.0.0\nrequires: [${'a,'.repeat(300_000)}]` },
    ['too-long'],
    1,
  ],
  [
    'thousands of documents of one name',
    { 'a.yaml': `${TEAM}---\n`.repeat(19_000) },
    ['duplicate-name', 'duplicate-name', 'duplicate-name'],
    19_000,
  ],
  [
    'text that looks like secrets all along',
    { 'a.yaml': `${TEAM}description: |\n${'  -----BEGIN PRIVATE KEY-----\n'.repeat(130_000)}` },
    ['secret-in-catalog'],
    1,
  ],
  ['a long run of blanks', { 'a.yaml': `${TEAM}# ${' '.repeat(3_000_000)}x\n` }, [], 0],
  [
    'a long run of blanks in what may be half a secret',
    { 'a.yaml': `${TEAM}description: "a\npassword: a${' '.repeat(1_000_000)}b\n` },
    ['yaml-syntax'],
    1,
  ],
  [
    'patterns that backtrack',
    {
      'a.yaml': `${TEAM}labels:\n${many(60, (i) => `  a${i}: x\n`)}chat: https://x/${'?'.repeat(19_000)}\nonCall: "https://x/${'?/'.repeat(9_000)} "\n`,
    },
    ['too-long', 'too-long'],
    2,
  ],
  [
    'an API with tens of thousands of operations',
    {
      'a.yaml': API,
      'openapi.yaml': `${OPENAPI.replace('paths:', `paths:\n${many(30_000, (i) => `  /p${i}: { get: {} }\n`)}`)}`,
    },
    [],
    0,
  ],
  [
    'references in an API that go on and on',
    {
      'a.yaml': API,
      'openapi.yaml': `openapi: 3.0.3\ninfo: { title: T, version: 1.0.0 }\npaths:\n${many(20_000, (i) => `  /p${i}: { $ref: '#/paths/~1p${i + 1}' }\n`)}  /p20000: {}\n`,
    },
    ['invalid-openapi-file', 'invalid-openapi-file', 'invalid-openapi-file'],
    100,
  ],
  [
    'alternatives of scopes that multiply',
    {
      'a.yaml': API,
      'openapi.yaml': `openapi: 3.0.3\ninfo: { title: T, version: 1.0.0 }\nsecurity:\n${many(2_000, (i) => `  - { a${i}: [b${i}] }\n`)}paths:\n${many(20_000, (i) => `  /p${i}: { get: {} }\n`)}`,
    },
    ['invalid-openapi-file'],
    1,
  ],
];

describe('hostile catalogs have findings, within limited memory', () => {
  test.each(CATALOGS)(
    '%s',
    (_, files, codes, atMost) => {
      const found = load(files);
      expect(found.codes).toEqual(codes);
      expect(found.count).toBeLessThanOrEqual(atMost);
    },
    400_000,
  );
});
