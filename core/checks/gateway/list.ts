import type { Check } from '../check';
import { certificateRequestWorkspace } from './certificate-request-workspace';
import { clockSkewTooLarge } from './clock-skew-too-large';
import { durationOutOfRange } from './duration-out-of-range';
import { enterpriseOnly } from './enterprise-only';
import { invalidRedisHost } from './invalid-redis-host';
import { limitAboveUpstreamCapacity } from './limit-above-upstream-capacity';
import { monthCountedAs30Days } from './month-counted-as-30-days';
import { nativeInlineKeys } from './native-inline-keys';
import { nativeIssuerNotUrl } from './native-issuer-not-url';
import { nativeMtlsNeedsBoundTokens } from './native-mtls-needs-bound-tokens';
import { nativeMtlsNeedsIssuerTokens } from './native-mtls-needs-issuer-tokens';
import { nativeRedisNeedsPassword } from './native-redis-needs-password';
import { nativeUpstreamErrors } from './native-upstream-errors';
import { psKeySize } from './ps-key-size';
import { redisCertificateName } from './redis-certificate-name';
import { tooManyConsumerGroups } from './too-many-consumer-groups';
import { unsupportedGatewayVersion } from './unsupported-gateway-version';

/** Every check of what the gateways of a catalog can do, by code. */
export const GATEWAY_CHECKS: readonly Check[] = [
  certificateRequestWorkspace,
  clockSkewTooLarge,
  durationOutOfRange,
  enterpriseOnly,
  invalidRedisHost,
  limitAboveUpstreamCapacity,
  monthCountedAs30Days,
  nativeInlineKeys,
  nativeIssuerNotUrl,
  nativeMtlsNeedsBoundTokens,
  nativeMtlsNeedsIssuerTokens,
  nativeRedisNeedsPassword,
  nativeUpstreamErrors,
  psKeySize,
  redisCertificateName,
  tooManyConsumerGroups,
  unsupportedGatewayVersion,
];
