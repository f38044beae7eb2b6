import { Command } from 'commander';
import { didYouMean, KINDS } from '../core/model';
import { KIND_SCHEMAS } from '../core/model/schemas';
import { bundleDocument, bundleSchema } from './bundle-schema';
import { type ExitStatus, UsageFailure } from './failure';
import type { Io } from './io';

/** `gatewright schema [KIND]`: the JSON Schema of a kind, for tools that do not read it from the package. */
export function schemaCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('schema')
    .description('Print the JSON Schema of a kind of document, or list the kinds.')
    .argument('[KIND]', `a kind, such as Api or Tier; Document for a schema of all kinds`)
    .action((name?: string) => {
      io.out(name === undefined ? listing() : `${JSON.stringify(schemaOf(name), undefined, 2)}\n`);
      done(0);
    });
}

/** The kinds with what they are, one a line. */
function listing(): string {
  const width = Math.max(...KINDS.map((kind) => kind.length));
  return KINDS.map((kind) => `${kind.padEnd(width)}  ${KIND_SCHEMAS[kind].description}\n`).join('');
}

/** Kinds are found in any case and with hyphens: `TokenPolicy`, `token-policy`. */
function schemaOf(name: string): object {
  const plain = (text: string) => text.replaceAll('-', '').toLowerCase();
  if (plain(name) === 'document') return bundleDocument();
  const kind = KINDS.find((each) => plain(each) === plain(name));
  if (kind === undefined) throw new UsageFailure(`there is no kind '${name}'`, didYouMean(name, KINDS, 'kinds'));
  return bundleSchema(kind);
}
