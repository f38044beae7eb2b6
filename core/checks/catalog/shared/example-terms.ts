import { fileDigest, type TermsFile, termsText } from '../../../model';

/** A terms file of an example. */
export interface ExampleTerms {
  /** The files of the example with it. */
  readonly files: Readonly<Record<string, string>>;
  /** Its seal. */
  readonly seal: string;
}

/** An earlier version of the terms of the example catalog's tier `free`: those that the tier has now, with changes. */
export function exampleTerms({ terms, ...fields }: Partial<TermsFile> = {}): ExampleTerms {
  const file: TermsFile = {
    tier: 'free',
    version: '0.9.0',
    announced: '2025-10-01',
    effective: '2026-01-01',
    ...fields,
    terms: { approval: 'automatic', limits: { second: 1, minute: 30 }, quota: { day: 1000 }, ...terms },
  };
  const text = termsText(file);
  return {
    files: { [`terms/${file.tier}/${file.version}.json`]: text },
    seal: `${file.version}:${fileDigest(text)}`,
  };
}
