import { type PolicyKinds, policyKind } from '../../model';
import { schemaLine, titleOf } from './file';

/** Where tokens for an environment come from. */
export interface TokenSource {
  readonly environment: string;
  readonly issuer: string;
  readonly jwksUri: string;
  readonly audience: string;
}

/** What is filled into a new policy. */
export interface PolicyTemplate {
  readonly name: string;
  /** Which kind of policy it is: the key of `Api.policies`. */
  readonly field: keyof PolicyKinds;
  /** Of a token policy: one for every environment. */
  readonly sources: readonly TokenSource[];
  /** Of a consent policy. */
  readonly purposes: readonly string[];
  /** Path of the folder of schemas, from the document. */
  readonly schemas: string | undefined;
}

/** A document for a new policy, as strict as its kind can be without more being known. */
export function policyDocument(policy: PolicyTemplate): string {
  return `${schemaLine(policy.schemas)}kind: ${policyKind(policy.field)}
name: ${policy.name}
title: ${titleOf(policy.name)}
${BODIES[policy.field](policy)}`;
}

const BODIES: Readonly<Record<keyof PolicyKinds, (policy: PolicyTemplate) => string>> = {
  token: ({ sources }) => `signedBy: idp # the identity provider; 'partner' where partners sign with keys of their own
environments:
${sources.map(tokenSource).join('')}`,
  errors: () => 'model: camara\n',
  rateLimit: () => 'limits: { second: 100 } # what the upstream bears from all partners together\n',
  mtls: () => `registered: thumbprint # a call needs a client certificate that is registered for the application
boundTokens: required # and a token that was issued to that certificate
`,
  consent: ({ purposes }) => `purposes: # an application may call for one of these
${purposes.map((purpose) => `  - ${purpose}\n`).join('')}userContext: three-legged # only tokens that are bound to a user; 'any' takes those of the client alone as well
`,
  masking: () => `rules: # every rule that fits a call is applied; \`tiers\` and \`purposes\` narrow one down
  - { path: $.name.of.a.field, action: remove }
unreadable: block # an answer that cannot be masked is refused
`,
  audit: () => `sink: http # to \`audit.endpoint\` of the environment; 'file' writes to \`audit.file\`
fields: [partner, application, api, operation, tier, status, latency, correlator]
`,
  metrics: () => `status: true
latency: true
perConsumer: false # true keeps figures for each application, which costs memory with many partners
`,
};

function tokenSource({ environment, issuer, jwksUri, audience }: TokenSource): string {
  return `  ${environment}:
    issuer: ${issuer}
    jwksUri: ${jwksUri}
    audience: ${audience}
`;
}

/** The kinds of policies that can be written, in the order in which they are listed. */
export const NEW_POLICIES = Object.keys(BODIES) as readonly (keyof PolicyKinds)[];
