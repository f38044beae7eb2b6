import { stringify } from 'yaml';
import { schemaLine, titleOf } from './file';

/** What is filled into a new Application document. */
export interface ApplicationTemplate {
  readonly name: string;
  readonly partner: string;
  /** Client id by environment. */
  readonly clientIds: Readonly<Record<string, string>>;
  readonly subscription: SubscriptionTemplate | undefined;
  /** Path of the folder of schemas, from the document. */
  readonly schemas: string | undefined;
}

export interface SubscriptionTemplate {
  readonly api: string;
  readonly tier: string;
  readonly scopes: readonly string[];
  readonly purpose: string | undefined;
}

/** A document for a new application of a partner that has a document already. */
export function applicationDocument(application: ApplicationTemplate): string {
  const { name, partner, clientIds, subscription } = application;
  const credentials = Object.entries(clientIds).map(([environment, id]) => `  ${environment}: { clientId: ${id} }\n`);
  return `${schemaLine(application.schemas)}kind: Application
name: ${name}
partner: ${partner}
title: ${titleOf(name)}
credentials: # what the identity provider knows it by; secrets stay there
${credentials.join('')}${subscription === undefined ? 'subscriptions: [] # each such as { api: sim-swap, tier: free, scopes: [sim-swap:check] }\n' : `subscriptions:\n${subscriptionItem(subscription)}`}`;
}

function subscriptionItem({ api, tier, scopes, purpose }: SubscriptionTemplate): string {
  const lines = [
    `- api: ${api}`,
    `  tier: ${tier}`,
    // A scope may hold any printable character: the serializer quotes it where it has to.
    `  scopes: ${stringify(scopes, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim()}`,
    ...(purpose === undefined ? [] : [`  purpose: ${purpose}`, '  legalBasis: dpv:LegitimateInterest']),
  ];
  return lines.map((line) => `  ${line}\n`).join('');
}
