export { type ErrorInput, type ErrorListenerInput, errorListenerPlugins, errorPlugins } from './errors';
export { refusalPlugins } from './refusal';
