import { type PolicyKinds, policyKind } from '../../model';
import { schemaLine, titleOf } from './file';

/** The issuer of tokens for an environment. */
export interface TokenSource {
  readonly environment: string;
  readonly issuer: string;
  readonly jwksUri: string;
  readonly audience: string;
}

/** The values of a new policy document. */
export interface PolicyTemplate {
  readonly name: string;
  /** The kind of policy, as the key of `Api.policies`. */
  readonly field: keyof PolicyKinds;
  /** For a token policy: one source per environment. */
  readonly sources: readonly TokenSource[];
  /** For a consent policy. */
  readonly purposes: readonly string[];
  /** Path from the document to the folder of schemas. */
  readonly schemas: string | undefined;
}

/** A new policy document, with the strictest settings that its kind allows without further input. */
export function policyDocument(policy: PolicyTemplate): string {
  return `${schemaLine(policy.schemas)}kind: ${policyKind(policy.field)}
name: ${policy.name}
title: ${titleOf(policy.name)}
${BODIES[policy.field](policy)}`;
}

const BODIES: Readonly<Record<keyof PolicyKinds, (policy: PolicyTemplate) => string>> = {
  token: ({ sources }) => `signedBy: idp # the identity provider; 'partner' if partners sign tokens with their own keys
environments:
${sources.map(tokenSource).join('')}`,
  errors: () => 'model: camara\n',
  rateLimit: () => 'limits: { second: 100 } # for all partners together, to protect the upstream\n',
  mtls: () => `registered: thumbprint # a call needs a client certificate that is registered for the application
boundTokens: required # and a token that is bound to that certificate
`,
  consent: ({ purposes }) => `purposes: # the purposes that applications may call it for
${purposes.map((purpose) => `  - ${purpose}\n`).join('')}userContext: three-legged # only tokens issued for a user; 'any' also accepts tokens of the client itself
`,
  masking: () => `rules: # every matching rule applies; \`tiers\` and \`purposes\` limit a rule to some calls
  - { path: $.name.of.a.field, action: remove }
unreadable: block # rejects a response that cannot be masked
`,
  audit: () => `sink: http # sends records to \`audit.endpoint\` of the environment; 'file' writes to \`audit.file\`
fields: [partner, application, api, operation, tier, status, latency, correlator]
`,
  metrics: () => `status: true
latency: true
perConsumer: false # true adds metrics per application, which needs memory with many partners
`,
};

function tokenSource({ environment, issuer, jwksUri, audience }: TokenSource): string {
  return `  ${environment}:
    issuer: ${issuer}
    jwksUri: ${jwksUri}
    audience: ${audience}
`;
}

/** The kinds of policies that `gatewright new` can create, in the order in which they are listed. */
export const NEW_POLICIES = Object.keys(BODIES) as readonly (keyof PolicyKinds)[];
