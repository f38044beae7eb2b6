import { stringify } from 'yaml';
import type { Jwk } from '../../model';
import { schemaLine, titleOf } from './file';

/** The values of a new Application document. */
export interface ApplicationTemplate {
  readonly name: string;
  readonly partner: string;
  /** Client ID by environment. */
  readonly clientIds: Readonly<Record<string, string>>;
  /** Public key and client certificate, the same in every environment. */
  readonly key?: Jwk | undefined;
  readonly certificate?: { readonly subject: string | undefined; readonly sha256: string } | undefined;
  readonly subscription: SubscriptionTemplate | undefined;
  /** Path from the document to the folder of schemas. */
  readonly schemas: string | undefined;
}

export interface SubscriptionTemplate {
  readonly api: string;
  readonly tier: string;
  readonly scopes: readonly string[];
  readonly purpose: string | undefined;
  readonly legalBasis: string | undefined;
}

/** A new Application document of an existing partner. */
export function applicationDocument(application: ApplicationTemplate): string {
  const { name, partner, clientIds, subscription } = application;
  const credentials = Object.entries(clientIds).map(([environment, id]) =>
    credentialsItem(environment, id, application),
  );
  return `${schemaLine(application.schemas)}kind: Application
name: ${name}
partner: ${partner}
title: ${titleOf(name)}
credentials: # client IDs at the identity provider; secrets stay there
${credentials.join('')}${subscription === undefined ? 'subscriptions: [] # for example { api: sim-swap, tier: free, scopes: [sim-swap:check] }\n' : `subscriptions:\n${subscriptionItem(subscription)}`}`;
}

function credentialsItem(environment: string, clientId: string, { key, certificate }: ApplicationTemplate): string {
  if (!key && !certificate) return `  ${environment}: { clientId: ${clientId} }\n`;
  const keys = key && { keys: [{ jwk: key }] };
  const certificates = certificate && {
    certificates: [
      { ...(certificate.subject !== undefined && { subject: certificate.subject }), sha256: certificate.sha256 },
    ],
  };
  const text = stringify({ [environment]: { clientId, ...keys, ...certificates } }, { lineWidth: 0 });
  return text.replace(/^(?=.)/gm, '  ');
}

function subscriptionItem({ api, tier, scopes, purpose, legalBasis }: SubscriptionTemplate): string {
  const lines = [
    `- api: ${api}`,
    `  tier: ${tier}`,
    // A scope may contain any printable character; the serializer quotes it if necessary.
    ...(scopes.length === 0
      ? []
      : [
          `  scopes: ${stringify(scopes, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim()}`,
        ]),
    ...(purpose === undefined ? [] : [`  purpose: ${purpose}`]),
    ...(legalBasis === undefined ? [] : [`  legalBasis: ${legalBasis}`]),
  ];
  return lines.map((line) => `  ${line}\n`).join('');
}
