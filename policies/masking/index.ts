export { type MaskingInput, maskingPlugins } from './masking';
