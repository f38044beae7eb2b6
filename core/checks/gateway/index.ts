export { checkPolicies } from './check-gateways';
