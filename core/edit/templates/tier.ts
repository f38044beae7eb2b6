import { parse } from 'yaml';
import { sealOf, type Tier, termsOf, termsPath, termsText } from '../../model';
import { schemaLine, type TemplateFile, titleOf } from './file';

/** A new Tier document. It is a draft, so that its terms can still change. */
export function tierDocument(tier: { name: string; currency: string; schemas: string | undefined }): string {
  const { name, currency, schemas } = tier;
  return `${schemaLine(schemas)}kind: Tier
name: ${name}
title: ${titleOf(name)}
status: draft # so that its terms can still change; gatewright seal ${name} seals those of an active tier
version: 1.0.0
limits: { second: 10, minute: 300 } # protects the service
quota: { month: 100000 } # sold in the contract
sla: { availability: 99.5%, latency: { p95: 400 ms }, errorRate: 1% }
support: { channels: [email], hours: business-hours, response: 2 days }
price:
  items: # by name; a statement shows the name
    platform: { type: subscription, amount: 100 ${currency}, per: month }
    calls: { type: calls, included: 1000, flat: 0.01 ${currency} } # per call, after those that are included
approval: automatic
`;
}

/**
 * The files of the first tier of a programme. It is active, so its terms are sealed.
 *
 * @param day the day from which the terms are in force, 'YYYY-MM-DD'
 */
export function freeTierFiles(schemas: string, day: string): readonly TemplateFile[] {
  const document = (seal: string) => `${schemaLine(schemas)}kind: Tier
name: free
title: Free
status: active
version: 1.0.0
${seal}limits: { second: 2, minute: 60 } # protects the service
# quota: { month: 10000 } # sold in the contract; needs counters in Redis
support: { channels: [community] }
`;
  const tier = parse(document('')) as Tier;
  // Only published APIs add to the terms, and the first API is a preview.
  const terms = termsOf({ apis: new Map() }, tier);
  const file = { tier: tier.name, version: tier.version, announced: day, effective: day, terms };
  const comment = 'prevents silent changes of the terms; a new version is sealed with gatewright seal free';
  return [
    { path: 'catalog/tiers/free.yaml', text: document(`sealed: ${sealOf(file)} # ${comment}\n`) },
    { path: `catalog/${termsPath(tier.name, tier.version)}`, text: termsText(file) },
  ];
}
