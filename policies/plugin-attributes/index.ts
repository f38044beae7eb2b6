/** The attributes that are written, per plugin and gateway. */
export { ACL } from './acl';
export { attributePaths, type Omitted, type PluginAttributes } from './attributes';
export { CORRELATION_ID } from './correlation-id';
export { EXIT_TRANSFORMER } from './exit-transformer';
export { FILE_LOG } from './file-log';
export { HTTP_LOG } from './http-log';
export { JWT } from './jwt';
export { MTLS_AUTH } from './mtls-auth';
export { type AttributeValues, nativePlugin } from './native-plugin';
export { OPENID_CONNECT } from './openid-connect';
export { PROMETHEUS } from './prometheus';
export { RATE_LIMITING } from './rate-limiting';
export { RATE_LIMITING_ADVANCED } from './rate-limiting-advanced';
export { REQUEST_TERMINATION } from './request-termination';
export { RESPONSE_TRANSFORMER } from './response-transformer';
