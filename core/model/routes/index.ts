export { fullPath } from './full-path';
export { gatewayText } from './gateway-text';
export { MAX_ROUTE_PRIORITY, routePriority } from './priority';
export { refusalsOf } from './refusals';
export type { RefusingRoute } from './refusing-route';
export { routeName } from './route-name';
export { routePattern } from './route-pattern';
export type { UpstreamPaths } from './upstream-paths';
