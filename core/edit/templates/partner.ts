import { schemaLine, titleOf } from './file';

/** A new Partner document. Its approval is pending, so that its applications can only reach the sandbox. */
export function partnerDocument(partner: { name: string; owner: string; schemas: string | undefined }): string {
  const { name, owner, schemas } = partner;
  return `${schemaLine(schemas)}kind: Partner
name: ${name}
title: ${titleOf(name)}
type: technology
organization:
  name: ${titleOf(name)} Ltd. # registered name
  country: ES
owner: ${owner} # our team for this partner
contacts:
  - { role: technical, email: api@${name}.example }
  - { role: security, email: security@${name}.example }
contract: { template: standard, version: 1.0.0 } # accepted: { on: 2026-10-01, by: legal@${name}.example }
approval: { status: pendingApproval } # sandbox only until approved
`;
}
