import { schemaLine, titleOf } from './file';

/** The values of a new Partner document. */
export interface PartnerTemplate {
  readonly name: string;
  readonly owner: string;
  readonly contract: { readonly template: string; readonly version: string };
  /** Path from the document to the folder of schemas. */
  readonly schemas: string | undefined;
}

/** A new Partner document. Its approval is pending, so that its applications can only reach the sandbox. */
export function partnerDocument(partner: PartnerTemplate): string {
  const { name, owner, contract, schemas } = partner;
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
contract: { template: ${contract.template}, version: ${contract.version} } # accepted: { on: 2026-10-01, by: legal@${name}.example }
approval: { status: pendingApproval } # sandbox only until approved
`;
}
