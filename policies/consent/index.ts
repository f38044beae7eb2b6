export { type ConsentInput, consentPlugins } from './consent';
