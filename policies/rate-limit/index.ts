export type { RateLimitInput } from './native';
export { rateLimitPlugins } from './rate-limit';
