/** The output folder: Terraform JSON for every stack. */
export { type SynthesisResult, type SynthesizeOptions, synthesizeTo } from './synthesize';
