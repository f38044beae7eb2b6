export { type AccessInput, accessPlugins } from './access-control';
