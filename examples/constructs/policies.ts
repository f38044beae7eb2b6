/**
 * One construct for each policy, for an API that is put together from its parts. {@link build} makes the same gateway as
 * `CatalogApi` does; put in between what you want besides.
 */
import type { App } from 'cdktf';
import {
  AccessControl,
  AuditTrail,
  ConsentCheck,
  ErrorShape,
  GatewayRoute,
  GatewayService,
  MutualTls,
  RateLimit,
  ResponseMasking,
  TierLimits,
  TokenProtection,
  TrafficMetrics,
} from 'gatewright/constructs';
import {
  type Api,
  type AuditPolicy,
  type Environment,
  exposedOperations,
  type MaskingPolicy,
  type MtlsPolicy,
} from 'gatewright/model';
import { EnvironmentStack } from 'gatewright/stacks';
import { parcelStatusDefinition as definition, free, paid, parcelStatus, policies, sandbox } from './documents';

export const mtls: MtlsPolicy = { kind: 'MtlsPolicy', name: 'registered', title: 'Registered certificate' };

const masking: MaskingPolicy = {
  kind: 'MaskingPolicy',
  name: 'no-names',
  title: 'No names',
  rules: [{ path: '$.recipient.name', action: 'remove', tiers: ['free'] }],
};

const audit: AuditPolicy = {
  kind: 'AuditPolicy',
  name: 'who-and-what',
  title: 'Who and what',
  sink: 'file',
  fields: ['partner', 'application', 'operation', 'status'],
};

/** The API names each policy that it gets: a construct refuses every other one, and none where the API names one. */
const api: Api = {
  ...parcelStatus,
  policies: { ...parcelStatus.policies, mtls: 'registered', masking: 'no-names', audit: 'who-and-what' },
};

/** @param clientCas CAs of client certificates; with their certificates, which are left out of this example */
export function build(app: App, clientCas: NonNullable<Environment['clientCas']>): EnvironmentStack {
  const environment: Environment = { ...sandbox, clientCas, audit: { file: '/var/log/kong/audit.json' } };
  const { token, rateLimit, consent, metrics, errors } = policies;

  const stack = new EnvironmentStack(app, 'sandbox_apis_logistics', { environment });
  const on = { api, definition, environment };
  // The upstream, and a route for each operation that partners reach.
  new GatewayService(stack, 'service', on);
  for (const operation of exposedOperations({ value: api, definition }))
    new GatewayRoute(stack, operation.id, { ...on, operation });
  // Who is calling, by token and by client certificate.
  new TokenProtection(stack, 'token', { ...on, policy: token, mtls });
  new MutualTls(stack, 'mtls', { ...on, policy: mtls, token });
  // Who may call, with which scopes, for which purpose, and with whose consent.
  new AccessControl(stack, 'access', on);
  new ConsentCheck(stack, 'consent', { ...on, policy: consent, token });
  // How often: each tier, and the API as a whole.
  new TierLimits(stack, 'tiers', { ...on, tiers: [paid, free], rateLimit });
  new RateLimit(stack, 'limit', { ...on, policy: rateLimit });
  // What refusals look like.
  new ErrorShape(stack, 'errors', { ...on, policy: errors });

  new ResponseMasking(stack, 'masking', { ...on, policy: masking });
  new AuditTrail(stack, 'audit', { ...on, policy: audit, errors });
  new TrafficMetrics(stack, 'metrics', { ...on, policy: metrics });
  return stack;
}
