import { Command, Option } from 'commander';
import { type Catalog, didYouMean, listOf } from '../../core/model';
import { type CatalogFolder, catalogFolder, loadFolder } from '../catalog-folder';
import { type ExitStatus, UsageFailure } from '../failure';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { POLICY_KINDS, type PolicyWord, policyDocument, type TokenSource } from '../templates/policy';
import { policyPath } from './folders';
import { parseName, refuseTaken } from './name';
import { needed } from './pick';
import { schemasFrom } from './schemas-path';
import { ALL_TERMS, PURPOSES, parsePurpose } from './terms';
import { writeDocument } from './write-document';

interface Options {
  readonly catalog: string;
  readonly purpose: readonly string[];
}

const WORDS = Object.keys(POLICY_KINDS) as readonly PolicyWord[];

/** `gatewright new policy KIND NAME`. */
export function newPolicyCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('policy')
    .description('Write a policy, which holds for no call until an API names it.')
    .argument('<KIND>', `its kind: ${WORDS.join(', ')}`)
    .argument('<NAME>', 'its name, such as operator-idp')
    .addOption(
      new Option('--purpose <PURPOSE>', 'a purpose that a consent policy allows; may be given several times')
        .argParser((purpose: string, purposes: readonly string[]) => [...purposes, parsePurpose(purpose)])
        .default([], 'none'),
    )
    .addOption(catalogOption(io))
    .action((word: string, text: string, options: Options) => {
      const kind = parseKind(word);
      const name = parseName(text);
      const purposes = purposesFor(kind, options.purpose);
      const folder = catalogFolder(io, options.catalog);
      const { catalog } = loadFolder(folder);
      refuseTaken(catalog, POLICY_KINDS[kind], name);
      const path = policyPath(folder, catalog, POLICY_KINDS[kind], name);
      const sources = kind === 'token' ? tokenSources(folder, catalog) : [];
      const template = { name, kind, purposes, sources, schemas: schemasFrom(folder, path) };
      writeDocument(io, folder, [{ path, text: policyDocument(template) }]);
      done(0);
    });
}

/** `token`, `TokenPolicy` and `token-policy` are one. */
function parseKind(word: string): PolicyWord {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll('-', '')
      .replace(/policy$/, '');
  const kind = WORDS.find((one) => plain(one) === plain(word) || plain(POLICY_KINDS[one]) === plain(word));
  if (kind === undefined)
    throw new UsageFailure(`there is no policy of kind '${word}'`, didYouMean(word, WORDS, 'kinds'));
  return kind;
}

/** Purposes are the user's to choose: a consent policy needs one, others have none. */
function purposesFor(kind: PolicyWord, given: readonly string[]): readonly string[] {
  if (kind !== 'consent' && given.length > 0)
    throw new UsageFailure(`a policy of kind '${kind}' has no purposes`, 'leave --purpose out');
  if (kind === 'consent' && given.length === 0)
    throw new UsageFailure(
      'a consent policy needs the purposes that it allows',
      `add --purpose once for each; ${listOf(PURPOSES, 'purposes')}; ${ALL_TERMS}`,
    );
  return [...new Set(given)];
}

/** The issuer that another policy has for each environment, or one to be replaced. */
function tokenSources(folder: CatalogFolder, { environments, policies }: Catalog): readonly TokenSource[] {
  needed(folder, environments, 'Environment', 'an entry for each');
  return [...environments.keys()].map((environment): TokenSource => {
    const issuer = `https://idp.${environment}.operator.example`;
    const made = {
      environment,
      issuer,
      jwksUri: `${issuer}/jwks`,
      audience: `https://api.${environment}.operator.example`,
    };
    for (const { value } of policies.token.values()) {
      const own = value.signedBy === 'idp' ? value.environments[environment] : undefined;
      if (own?.issuer !== undefined && own.jwksUri !== undefined)
        return { ...made, issuer: own.issuer, jwksUri: own.jwksUri, audience: own.audience };
    }
    return made;
  });
}
