import { schemaLine, titleOf } from './file';

/** A document for a new partner. It waits for approval, so that its applications reach nothing but the sandbox. */
export function partnerDocument(partner: { name: string; owner: string; schemas: string | undefined }): string {
  const { name, owner, schemas } = partner;
  return `${schemaLine(schemas)}kind: Partner
name: ${name}
title: ${titleOf(name)}
type: technology
organization:
  name: ${titleOf(name)} Ltd. # as registered
  country: ES
owner: ${owner} # the team on our side
contacts:
  - { role: technical, email: api@${name}.example }
  - { role: security, email: security@${name}.example }
contract: { template: standard, version: 1.0.0 } # accepted: { on: 2026-10-01, by: legal@${name}.example }
approval: { status: pendingApproval } # sandbox only, until it is approved
`;
}
