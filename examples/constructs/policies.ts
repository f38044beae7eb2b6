/**
 * One construct for each policy, for an API that is put together from its parts. {@link build} makes the same gateway as
 * `CatalogApi` does; leave out or replace what you want otherwise.
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
import type { AuditPolicy, Environment, MaskingPolicy, MtlsPolicy } from 'gatewright/model';
import { EnvironmentStack } from 'gatewright/stacks';
import { parcelStatus as api, parcelStatusDefinition as definition, free, paid, policies, sandbox } from './documents';

const mtls: MtlsPolicy = { kind: 'MtlsPolicy', name: 'registered', title: 'Registered certificate' };

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

/** @param clientCas CAs of client certificates; with their certificates, which are left out of this example */
export function build(app: App, clientCas: NonNullable<Environment['clientCas']>): EnvironmentStack {
  const environment: Environment = { ...sandbox, clientCas, audit: { file: '/var/log/kong/audit.json' } };
  const stack = new EnvironmentStack(app, 'sandbox_apis_logistics', { environment });
  const { token, rateLimit, consent, metrics, errors } = policies;

  new GatewayService(stack, 'service', { api, environment });
  for (const operation of definition.operations) {
    new GatewayRoute(stack, operation.id, { api, operation, environment });
  }
  new TokenProtection(stack, 'token', { api, environment, policy: token, mtls });
  new MutualTls(stack, 'mtls', { api, environment, policy: mtls, token });
  new AccessControl(stack, 'access', { api, environment });
  new ConsentCheck(stack, 'consent', { api, environment, policy: consent, token, definition });
  new TierLimits(stack, 'tiers', { api, environment, tiers: [paid, free], definition, rateLimit });
  new RateLimit(stack, 'limit', { api, environment, policy: rateLimit });
  new ResponseMasking(stack, 'masking', { api, environment, policy: masking, definition });
  new AuditTrail(stack, 'audit', { api, environment, policy: audit, errors });
  new TrafficMetrics(stack, 'metrics', { api, environment, policy: metrics });
  new ErrorShape(stack, 'errors', { api, environment, policy: errors, definition });
  return stack;
}
