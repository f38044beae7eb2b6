import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { compareWithOutput, type Example, type ExampleParts, findings } from '../../../core/checks';
import { FolderSource, type LoadResult, loadCatalog, loadTypeScript } from '../../../core/load';
import type { Finding } from '../../../core/model';
import { type Files, loadFiles } from '../../support/catalog';
import { SEAL, withTerms } from '../../support/terms';
import { AS_OF, changed } from './catalog/programme';

/** A document as YAML gives it. */
type Document = Readonly<Record<string, unknown>>;

/**
 * The catalog that examples change: with portable plugins at every gateway, a team on call, and nothing that native plugins could not
 * do.
 */
const { files: FILES } = changed([
  ['environments.yaml', ', plugins: native }', ' }'],
  ['tiers/paid.yaml', 'quota: { month: 1000000 }', 'quota: { day: 100000 }'],
  ['policies.yaml', 'registered: thumbprint', 'registered: thumbprint\nboundTokens: required'],
  ['teams.yaml', 'email: identity', 'onCall: https://on-call.operator.example\nemail: identity'],
]);

/** An API that uses every policy, so that an example that takes one off another API leaves none unused. */
const SECOND_API = `kind: Api
name: device-location
title: Device Location
domain: location
owner: identity-apis
version: 1.0.0
basePath: /device-location/v1
openapi: ./device-location.openapi.yaml
lifecycle: published
criticality: medium
personalData: true
visibility: public
tiers: [free, paid]
sla: { availability: 99.99%, latency: { p50: 80 ms, p95: 250 ms, p99: 400 ms }, errorRate: 0.1% }
upstreams: { sandbox: { url: 'https://location.sandbox' } }
policies:
  token: operator-idp
  rateLimit: protect-upstream
  mtls: registered-certificate
  consent: fraud-prevention
  masking: hide-detail
  audit: standard-audit
  metrics: standard-metrics
  errors: camara-errors
`;

const SECOND_DEFINITION = `openapi: 3.0.3
info: { title: Device Location, version: 1.0.0 }
paths:
  /retrieve:
    post:
      operationId: retrieveLocation
      security: [{ openId: [location:read] }]
      responses: { '200': { description: OK } }
components:
  securitySchemes:
    openId: { type: openIdConnect, openIdConnectUrl: https://idp.example/.well-known/openid-configuration }
`;

const isDocument = ({ kind }: Document): boolean => typeof kind === 'string';
const DOCUMENTS: readonly Document[] = [...Object.values(FILES), SECOND_API]
  .flatMap(parsed)
  .filter(isDocument)
  .flatMap(unnested)
  // Examples change the terms of tiers, so each catalog is sealed anew.
  .map((document) => ('sealed' in document ? { ...document, sealed: SEAL } : document));
const OTHER_FILES: Files = {
  ...Object.fromEntries(
    Object.entries(FILES).filter(([name, text]) => !name.startsWith('terms/') && !parsed(text).some(isDocument)),
  ),
  'device-location.openapi.yaml': SECOND_DEFINITION,
};

/** Everything that is found in the catalog with an example in it. */
export function findingsIn(example: Example): readonly Finding[] {
  const parts = typeof example === 'string' ? { documents: example } : example;
  const files = filesWith(parts);
  const needsFolder = parts.commands !== undefined || Object.keys(files).some((name) => name.endsWith('.ts'));
  const loaded = needsFolder ? loadFolder(files, parts.commands) : loadFiles(files);
  const compared = parts.previous ? compareWithOutput(loaded.catalog, AS_OF, parts.previous) : [];
  return [...findings(loaded, AS_OF), ...compared];
}

function parsed(text: string): readonly Document[] {
  return parseAllDocuments(text).map((document): Document => document.toJS());
}

/** A partner and its applications, each as a document of its own. */
function unnested(document: Document): readonly Document[] {
  const { applications, ...partner } = document as { readonly applications?: readonly Document[] };
  if (applications === undefined) return [document];
  const own = applications.map((one) => ({ kind: 'Application', partner: document.name, ...one }));
  return [partner, ...own];
}

const identity = ({ kind, partner, name }: Document): string => [kind, partner, name].join(' ');

function filesWith({ documents = '', without = [], files = {} }: ExampleParts): Files {
  const changes = new Map(parsed(documents).map((document) => [identity(document), document]));
  const all = DOCUMENTS.map((document) => {
    const change = changes.get(identity(document));
    if (!change) return document;
    changes.delete(identity(document));
    return without.reduce((rest, field) => omitted(rest, field.split('.')), merged(document, change));
  });
  const texts = Object.fromEntries(
    [...all, ...changes.values()].map((document) => [
      // At the top, where the OpenAPI files are that documents refer to.
      `${identity(document).replaceAll(' ', '_')}.yaml`,
      stringify(document),
    ]),
  );
  return { ...OTHER_FILES, ...texts, ...files, ...sealedFiles({ ...OTHER_FILES, ...texts, ...files }) };
}

const sealedBefore = new Map<string, Files>();

/** The tiers with their seals, and the terms files. They depend on tiers and APIs only, which most examples do not change. */
function sealedFiles(files: Files): Files {
  const relevant = Object.fromEntries(
    Object.entries(files).filter(([name]) => /^(Tier|Api)_|openapi/.test(name) && name.endsWith('.yaml')),
  );
  const key = JSON.stringify(relevant);
  const known = sealedBefore.get(key) ?? changedIn(relevant, withTerms(relevant));
  sealedBefore.set(key, known);
  return known;
}

function changedIn(before: Files, after: Files): Files {
  return Object.fromEntries(Object.entries(after).filter(([name, text]) => before[name] !== text));
}

/** Maps are merged, everything else is replaced. */
function merged(document: Document, change: Document): Document {
  const entries = Object.entries(change).map(([key, value]) => {
    const before = document[key];
    return [key, isMap(before) && isMap(value) ? merged(before, value) : value] as const;
  });
  return { ...document, ...Object.fromEntries(entries) };
}

function isMap(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function omitted(document: Document, [field = '', ...below]: readonly string[]): Document {
  const { [field]: value, ...rest } = document;
  return below.length > 0 && isMap(value) ? { ...rest, [field]: omitted(value, below) } : rest;
}

function loadFolder(files: Files, commands: string | undefined): LoadResult {
  const parent = mkdtempSync(path.join(tmpdir(), 'gatewright-example-'));
  const folder = path.join(parent, 'catalog');
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    if (commands !== undefined) execFileSync('sh', ['-euc', commands], { cwd: folder });
    return loadCatalog(new FolderSource(folder, 'catalog'), loadTypeScript(folder, 'catalog'));
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
