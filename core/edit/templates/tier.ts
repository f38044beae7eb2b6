import { parse } from 'yaml';
import { sealOf } from '../../model';
import { schemaLine, titleOf } from './file';

/** A new Tier document. It is a draft, so that its terms can still change. */
export function tierDocument(tier: { name: string; currency: string; schemas: string | undefined }): string {
  const { name, currency, schemas } = tier;
  return `${schemaLine(schemas)}kind: Tier
name: ${name}
title: ${titleOf(name)}
status: draft # an active tier needs a seal of its terms, which the check reports
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

/** The first Tier document of a programme. It is active, so its terms are sealed. */
export function freeTierDocument(schemas: string): string {
  const document = (seal: string) => `${schemaLine(schemas)}kind: Tier
name: free
title: Free
status: active
version: 1.0.0
${seal}limits: { second: 2, minute: 60 } # protects the service
# quota: { month: 10000 } # sold in the contract; needs counters in Redis
support: { channels: [community] }
`;
  return document(
    `sealed: ${sealOf(parse(document('')))} # prevents silent changes of the terms; the check reports the new seal\n`,
  );
}
