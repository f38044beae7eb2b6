import { parse } from 'yaml';
import { sealOf } from '../../model';
import { schemaLine, titleOf } from './file';

/** A document for a new tier. It is a draft, so that its terms can be changed until they are right. */
export function tierDocument(name: string, schemas: string | undefined): string {
  return `${schemaLine(schemas)}kind: Tier
name: ${name}
title: ${titleOf(name)}
status: draft # active seals the terms: the check then says which seal to write
version: 1.0.0
limits: { second: 10, minute: 300 } # what protects the service
quota: { month: 100000 } # what the contract sells
sla: { availability: 99.5%, latency: { p95: 500 ms }, errorRate: 1% }
support: { channels: [email], hours: business-hours, response: 2 days }
approval: automatic
`;
}

/** The document of a programme's first tier, which is sold: it is active, so its terms are sealed. */
export function freeTierDocument(schemas: string): string {
  const document = (seal: string) => `${schemaLine(schemas)}kind: Tier
name: free
title: Free
status: active
version: 1.0.0
${seal}limits: { second: 2, minute: 60 } # what protects the service
# quota: { month: 10000 } # what the contract sells; needs counters in Redis
support: { channels: [community] }
`;
  return document(
    `sealed: ${sealOf(parse(document('')))} # terms do not change silently: the check says which seal is next\n`,
  );
}
