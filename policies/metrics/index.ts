export { type MetricsInput, metricsPlugins } from './metrics';
