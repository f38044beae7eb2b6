export { type RateLimitInput, rateLimitPlugins } from './rate-limit';
