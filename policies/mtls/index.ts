export { type MtlsInput, type MtlsListenerInput, mtlsListenerPlugins, mtlsPlugins } from './mtls';
