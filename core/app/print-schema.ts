import { didYouMean, KINDS } from '../model';
import { KIND_SCHEMAS } from '../model/schemas';
import { bundleDocument, bundleSchema } from './bundle-schema';
import { UsageError } from './user-error';

/** The kinds with what they are, one a line. */
export function kindsListing(): string {
  const width = Math.max(...KINDS.map((kind) => kind.length));
  return KINDS.map((kind) => `${kind.padEnd(width)}  ${KIND_SCHEMAS[kind].description}\n`).join('');
}

/**
 * The JSON Schema of a kind in one piece, or of all kinds for `Document`. Names are found in any case and with hyphens: `TokenPolicy`,
 * `token-policy`.
 *
 * @throws UsageError when there is no such kind
 */
export function schemaOf(name: string): object {
  const plain = (text: string) => text.replaceAll('-', '').toLowerCase();
  if (plain(name) === 'document') return bundleDocument();
  const kind = KINDS.find((each) => plain(each) === plain(name));
  if (kind === undefined) throw new UsageError(`there is no kind '${name}'`, didYouMean(name, KINDS, 'kinds'));
  return bundleSchema(kind);
}
