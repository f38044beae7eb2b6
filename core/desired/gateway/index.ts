export { type ClientCaProps, clientCa, clientCaId } from './client-ca';
export { MANAGED_BY } from './common';
export { type ConsumerGroupProps, consumerGroup } from './consumer-group';
export { type EnvironmentBasicsProps, environmentBasics } from './environment-basics';
export { type GatewayPluginProps, gatewayPlugin } from './plugin';
export { type RefusingRoutesProps, refusingRoutes } from './refusing-routes';
export { type GatewayRouteProps, gatewayRoute } from './route';
export { type GatewayServiceProps, gatewayService } from './service';
