import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { loadCatalog, MemorySource } from 'gatewright/load';
import { type ApiEntry, type Catalog, exposedOperations, scopeAlternatives } from 'gatewright/model';

/** Subscriptions of each generated partner; real partners of an operator use a handful of APIs. */
const SUBSCRIPTIONS = 4;

/** The files of a catalog's folder, by path. */
export function filesOf(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(folder, name);
    if (/\.(ya?ml|json|md|txt)$/.test(name) && statSync(file).isFile())
      files[name.split(path.sep).join('/')] = readFileSync(file, 'utf8');
  }
  return files;
}

/**
 * A partner programme of any size: the files of a catalog plus generated partners. Each partner has a file and one application, which
 * has credentials in every environment and subscriptions to APIs of the catalog.
 */
export function programme(files: Readonly<Record<string, string>>, partners: number): Record<string, string> {
  const { catalog } = loadCatalog(new MemorySource(files));
  const generated: Record<string, string> = { ...files };
  for (let number = 0; number < partners; number += 1) {
    generated[`bench/partner-${number}.yaml`] = partnerDocument(catalog, number);
  }
  return generated;
}

function partnerDocument(catalog: Catalog, number: number): string {
  const name = `bench-partner-${number}`;
  const apis = offered(catalog);
  const chosen = Array.from(
    { length: Math.min(SUBSCRIPTIONS, apis.length) },
    (_, index) => apis[(number + index) % apis.length],
  ).filter((api) => api !== undefined);
  const [team = ''] = catalog.teams.keys();
  const requirements = [...catalog.tiers.values()].flatMap((tier) => tier.value.requires ?? []);
  const document = {
    kind: 'Partner',
    name,
    title: `Partner ${number}`,
    type: 'technology',
    organization: { name: `Partner ${number} Ltd`, country: 'ES' },
    owner: team,
    contacts: [{ role: 'technical', email: `api@${name}.example` }],
    contract: contract(catalog, `legal@${name}.example`),
    approval: { status: 'approved', on: '2026-01-05', by: 'partners@operator.example' },
    evidence: [...new Set(requirements)].map((requirement) => ({
      requirement,
      document: `DMS-${number}`,
      issued: '2026-01-03',
    })),
    applications: [
      {
        name: 'app',
        title: 'Application',
        credentials: Object.fromEntries(
          [...catalog.environments.keys()].map((environment) => [environment, credentials(name, environment)]),
        ),
        subscriptions: chosen.map((api) => subscription(catalog, api)),
      },
    ],
  };
  return toYaml(document);
}

/** The contract that the first partner has accepted. */
function contract({ partners }: Catalog, by: string) {
  for (const { value } of partners.values()) {
    const { template, version, accepted } = value.contract;
    if (accepted) return { template, version, accepted: { on: accepted.on, by } };
  }
  throw new Error('no partner of the catalog has accepted a contract');
}

function credentials(partner: string, environment: string) {
  const sha256 = createHash('sha256').update(`${partner}/${environment}`).digest('hex');
  return {
    clientId: `${partner}-${environment}`,
    certificates: [{ subject: `CN=${environment}.${partner}.example`, sha256 }],
  };
}

/** The APIs that any partner may use with tokens of the identity provider. */
function offered(catalog: Catalog): readonly ApiEntry[] {
  return [...catalog.apis.values()].filter(
    ({ value }) =>
      typeof value.visibility === 'string' &&
      value.lifecycle === 'published' &&
      catalog.policies.token.get(value.policies.token)?.value.signedBy === 'idp',
  );
}

function subscription(catalog: Catalog, api: ApiEntry) {
  const { name, value } = api;
  const tiers = value.tiers.map((tier) => catalog.tiers.get(tier)).filter((tier) => tier?.value.partners === undefined);
  const tier = tiers.find((entry) => entry?.value.approval !== 'required') ?? tiers[0];
  const consent =
    value.policies.consent === undefined ? undefined : catalog.policies.consent.get(value.policies.consent);
  return {
    api: name,
    tier: tier?.name,
    scopes: [...new Set(exposedOperations(api).flatMap((operation) => scopeAlternatives(operation)[0] ?? []))],
    ...(consent ? { purpose: consent.value.purposes[0], legalBasis: 'dpv:Contract' } : {}),
    grantTypes: [consent?.value.userContext === 'three-legged' ? 'authorization_code' : 'client_credentials'],
    approval: { status: 'approved', on: '2026-01-05', by: 'partners@operator.example' },
  };
}

/** Block style, as people write it; every scalar is valid JSON and so valid YAML. */
function toYaml(value: unknown, indent = ''): string {
  if (Array.isArray(value)) {
    return value.map((item) => `${indent}- ${toYaml(item, `${indent}  `).trimStart()}`).join('');
  }
  if (typeof value !== 'object' || value === null) return `${JSON.stringify(value)}\n`;
  return Object.entries(value)
    .map(([key, item]) => {
      const nested = typeof item === 'object' && item !== null;
      return nested ? `${indent}${key}:\n${toYaml(item, `${indent}  `)}` : `${indent}${key}: ${JSON.stringify(item)}\n`;
    })
    .join('');
}
