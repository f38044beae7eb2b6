import { didYouMean, KINDS } from '../model';
import { KIND_SCHEMAS } from '../model/schemas';
import { bundleDocument, bundleSchema } from './bundle-schema';
import { UsageError } from './user-error';

/** The kinds with their descriptions, one per line. */
export function kindsListing(): string {
  const width = Math.max(...KINDS.map((kind) => kind.length));
  return KINDS.map((kind) => `${kind.padEnd(width)}  ${KIND_SCHEMAS[kind].description}\n`).join('');
}

/**
 * The JSON Schema of a kind as a single document, or of all kinds for `Document`. Names may be in any case and with hyphens:
 * `TokenPolicy`, `token-policy`.
 *
 * @throws UsageError if the kind does not exist
 */
export function schemaOf(name: string): object {
  const plain = (text: string) => text.replaceAll('-', '').toLowerCase();
  if (plain(name) === 'document') return bundleDocument();
  const kind = KINDS.find((each) => plain(each) === plain(name));
  if (kind === undefined) throw new UsageError(`unknown kind '${name}'`, didYouMean(name, KINDS, 'kinds'));
  return bundleSchema(kind);
}
