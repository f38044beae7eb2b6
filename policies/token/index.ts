export { type TokenInput, tokenPlugins } from './token';
