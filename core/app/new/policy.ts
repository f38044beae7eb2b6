import { NEW_POLICIES, policyDocument, type TokenSource } from '../../edit/templates/policy';
import { type Catalog, didYouMean, listOf, type PolicyKinds, policyKind } from '../../model';
import { type CatalogFolder, loadFolder, resolveCatalogFolder } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { UsageError } from '../user-error';
import { policyPath } from './document-path';
import { parseName, rejectTaken } from './name';
import { requireFirst } from './pick';
import { schemasFrom } from './schemas-path';
import { ALL_TERMS, PURPOSES } from './terms';
import { type AddedDocument, writeDocument } from './write-document';

/** The kinds of policies as the command line names them: `rate-limit`. */
export const POLICY_KIND_NAMES: readonly string[] = NEW_POLICIES.map(kindNameOf);

export interface NewPolicy {
  /** The catalog folder as the user named it. */
  readonly catalog: string;
  /** One of POLICY_KIND_NAMES, or the name of a kind. */
  readonly kind: string;
  readonly name: string;
  /** Purposes that a consent policy allows; empty for other policies. */
  readonly purposes: readonly string[];
}

/** Adds a policy to a catalog. It has no effect until an API names it. */
export function addPolicy(context: CommandContext, request: NewPolicy): AddedDocument {
  const field = parseKind(request.kind);
  const name = parseName(request.name);
  const purposes = purposesFor(field, request.purposes);
  const folder = resolveCatalogFolder(context, request.catalog);
  const { catalog } = loadFolder(folder);
  rejectTaken(catalog, policyKind(field), name);
  const path = policyPath(folder, catalog, field, name);
  const sources = field === 'token' ? tokenSources(folder, catalog) : [];
  const template = { name, field, purposes, sources, schemas: schemasFrom(folder, path) };
  return writeDocument(context, folder, [{ path, text: policyDocument(template) }]);
}

/** Accepts `token`, `TokenPolicy` and `token-policy`. */
function parseKind(name: string): keyof PolicyKinds {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll('-', '')
      .replace(/policy$/, '');
  const field = NEW_POLICIES.find((one) => plain(one) === plain(name) || plain(policyKind(one)) === plain(name));
  if (field === undefined)
    throw new UsageError(`unknown policy kind '${name}'`, didYouMean(name, POLICY_KIND_NAMES, 'kinds'));
  return field;
}

function kindNameOf(field: keyof PolicyKinds): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The user chooses the purposes: a consent policy needs at least one, other policies have none. */
function purposesFor(field: keyof PolicyKinds, given: readonly string[]): readonly string[] {
  if (field !== 'consent' && given.length > 0)
    throw new UsageError(`--purpose is not valid for a policy of kind '${kindNameOf(field)}'`, 'remove --purpose');
  if (field === 'consent' && given.length === 0)
    throw new UsageError(
      'a consent policy needs at least one purpose',
      `add --purpose for each purpose that it allows; ${listOf(PURPOSES, 'purposes')}; ${ALL_TERMS}`,
    );
  return [...new Set(given)];
}

/** For each environment, the issuer of another token policy, or a placeholder. */
function tokenSources(folder: CatalogFolder, { environments, policies }: Catalog): readonly TokenSource[] {
  requireFirst(folder, environments, 'Environment', 'an entry for each');
  return [...environments.keys()].map((environment): TokenSource => {
    const issuer = `https://idp.${environment}.operator.example`;
    const placeholder = {
      environment,
      issuer,
      jwksUri: `${issuer}/jwks`,
      audience: `https://api.${environment}.operator.example`,
    };
    for (const { value } of policies.token.values()) {
      const own = value.signedBy === 'idp' ? value.environments[environment] : undefined;
      if (own?.issuer !== undefined && own.jwksUri !== undefined)
        return { ...placeholder, issuer: own.issuer, jwksUri: own.jwksUri, audience: own.audience };
    }
    return placeholder;
  });
}
