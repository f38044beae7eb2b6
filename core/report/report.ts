import type { Finding } from '../model';
import { github } from './github';
import { json } from './json';
import type { Format, ReportOptions } from './options';
import { pretty } from './pretty';
import { sarif } from './sarif';
import { findingWithoutSecrets } from './without-secrets';

const FORMATTERS: Readonly<Record<Format, (findings: readonly Finding[], options: ReportOptions) => string>> = {
  pretty,
  json,
  github,
  sarif,
};

/** Formats findings in the given order, without secrets. The text ends with a line break, or is empty. */
export function report(findings: readonly Finding[], options: ReportOptions): string {
  return FORMATTERS[options.format](findings.map(findingWithoutSecrets), options);
}
