/**
 * An API built from one construct per policy. {@link build} creates the same resources as `CatalogApi`; add your own resources in
 * between.
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

/** The API names each of its policies: a construct rejects any other policy, and requires the one that the API names. */
const api: Api = {
  ...parcelStatus,
  policies: { ...parcelStatus.policies, mtls: 'registered', masking: 'no-names', audit: 'who-and-what' },
};

/** @param clientCas CAs of client certificates, with their certificates, which this example omits */
export function build(app: App, clientCas: NonNullable<Environment['clientCas']>): EnvironmentStack {
  const environment: Environment = { ...sandbox, clientCas, audit: { file: '/var/log/kong/audit.json' } };
  const { token, rateLimit, consent, metrics, errors } = policies;

  const stack = new EnvironmentStack(app, 'sandbox_apis_logistics', { environment });
  const on = { api, definition, environment };
  // The upstream, and a route for each operation that partners can call.
  new GatewayService(stack, 'service', on);
  for (const operation of exposedOperations({ value: api, definition }))
    new GatewayRoute(stack, operation.id, { ...on, operation });
  // Authentication by token and client certificate.
  new TokenProtection(stack, 'token', { ...on, policy: token, mtls });
  new MutualTls(stack, 'mtls', { ...on, policy: mtls, token });
  // Authorization by subscription, scopes, purpose and consent.
  new AccessControl(stack, 'access', on);
  new ConsentCheck(stack, 'consent', { ...on, policy: consent, token });
  // Limits of each tier, and of the API as a whole.
  new TierLimits(stack, 'tiers', { ...on, tiers: [paid, free], rateLimit });
  new RateLimit(stack, 'limit', { ...on, policy: rateLimit });
  // Error responses.
  new ErrorShape(stack, 'errors', { ...on, policy: errors });

  new ResponseMasking(stack, 'masking', { ...on, policy: masking });
  new AuditTrail(stack, 'audit', { ...on, policy: audit, errors });
  new TrafficMetrics(stack, 'metrics', { ...on, policy: metrics });
  return stack;
}
