import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findings, withSeverity } from '../../checks';
import { replaceFiles } from '../../edit/replace-files';
import { withSeal } from '../../edit/seal-text';
import type { TemplateFile } from '../../edit/templates/file';
import { FolderSource } from '../../load';
import {
  type Catalog,
  didYouMean,
  type Entry,
  hasErrors,
  type Tier,
  termsPath,
  termsText,
  withSealed,
} from '../../model';
import { type CatalogFolder, catalogCommand, loadFolder, loadWith } from '../catalog-folder';
import { OverlaySource } from '../overlay-source';
import { rejectOutside } from '../reject-outside';
import { UserError } from '../user-error';
import { planSeal, type SealDates, type SealPlan } from './plan';

export interface SealRequest extends SealDates {
  readonly folder: CatalogFolder;
  /** Names of tiers, or `'all'` for those whose terms are not sealed. */
  readonly tiers: readonly string[] | 'all';
  /** 'YYYY-MM-DD' */
  readonly asOf: string;
}

/** A version of terms that was sealed. */
export interface SealedTerms {
  readonly tier: string;
  readonly version: string;
  readonly announced: string;
  readonly effective: string;
  /** The longest notice that a contract requires: `acme-bank: 60 days for price`; undefined if none does. */
  readonly notice: string | undefined;
  /** The fields to write, where the document cannot be edited by a program: it is defined in TypeScript. */
  readonly fields: string | undefined;
}

/** The result of sealing tiers. */
export interface SealResult {
  /** The files that were written, as messages name them. */
  readonly written: readonly string[];
  readonly sealed: readonly SealedTerms[];
  /** Tiers whose terms are sealed already, with their versions. */
  readonly unchanged: readonly { readonly tier: string; readonly version: string }[];
}

/**
 * Seals the terms of tiers: writes a terms file for each, and its seal into the tier. Everything is written, or nothing.
 *
 * @throws UserError if a tier cannot be sealed, or the catalog has errors that sealing does not fix
 */
export function sealTiers({ folder, tiers, asOf, ...dates }: SealRequest): SealResult {
  const loaded = loadFolder(folder);
  const errors = withSeverity(loaded.findings).filter(
    // A broken terms file may be one that is written again.
    ({ severity, code }) => severity === 'error' && code !== 'terms-file-invalid',
  );
  if (errors.length > 0)
    throw new UserError(
      'the catalog has errors; nothing was sealed',
      `fix them, see '${catalogCommand(folder, 'check')}'`,
      {
        findings: errors,
        texts: loaded.texts,
      },
    );
  const chosen = tiers === 'all' ? activeTiers(loaded.catalog) : tiers.map((name) => activeTier(loaded.catalog, name));
  const planned = chosen.map((tier) => ({ tier, plan: planSeal(loaded.catalog, tier, dates, asOf) }));
  const plans = planned.flatMap(({ plan }) => plan ?? []);
  const { files, fieldsOf } = filesFor(folder, plans);
  if (plans.length > 0) {
    check(folder, files, plans, asOf);
    for (const { path } of files) rejectOutside(folder, path);
    const failure = replaceFiles(folder.path, files);
    if (failure) throw new UserError(`cannot write '${folder.displayPath}/${failure.path}': ${failure.problem}`);
  }
  return {
    written: files.map(({ path }) => `${folder.displayPath}/${path}`),
    sealed: plans.map((plan) => sealedTerms(plan, fieldsOf.get(plan))),
    unchanged: planned.flatMap(({ tier, plan }) => (plan ? [] : [{ tier: tier.name, version: tier.value.version }])),
  };
}

function activeTiers({ tiers }: Catalog): readonly Entry<Tier>[] {
  return [...tiers.values()].filter(({ value }) => value.status !== 'draft');
}

function activeTier({ tiers }: Catalog, name: string): Entry<Tier> {
  const tier = tiers.get(name);
  if (!tier) throw new UserError(`tier '${name}' does not exist`, didYouMean(name, tiers.keys(), 'tiers'));
  if (tier.value.status !== 'draft') return tier;
  const { file, line } = tier.at(['status']);
  throw new UserError(
    `tier '${name}' is a draft, and the terms of a draft are not sealed`,
    `write \`status: active\` at ${file}:${line} when its terms are final`,
  );
}

/** The files to write, and the fields of documents that cannot be edited. */
function filesFor(folder: CatalogFolder, plans: readonly SealPlan[]) {
  const texts = new Map<string, string>();
  const fieldsOf = new Map<SealPlan, string>();
  for (const plan of plans) {
    const { tier, seal, keepsReplaced } = plan;
    const path = tier.file.startsWith(`${folder.displayPath}/`) ? tier.file.slice(folder.displayPath.length + 1) : '';
    const text = /\.ya?ml$/i.test(path)
      ? (texts.get(path) ?? readFileSync(join(folder.path, path), 'utf8'))
      : undefined;
    const edited = text === undefined ? undefined : withSeal(text, tier.name, seal, keepsReplaced);
    if (edited === undefined) fieldsOf.set(plan, fields(plan));
    else texts.set(path, edited);
  }
  const termsFiles = plans.map(({ file }) => ({ path: termsPath(file.tier, file.version), text: termsText(file) }));
  const documents = [...texts].map(([path, text]) => ({ path, text }));
  return { files: [...termsFiles, ...documents], fieldsOf };
}

function fields({ tier, seal, keepsReplaced }: SealPlan): string {
  const { sealed, previous } = withSealed(tier.value, seal, keepsReplaced);
  const list = previous.map((one) => `'${one}'`).join(', ');
  return `sealed: '${sealed}'${previous.length > 0 ? `, previous: [${list}]` : ''}`;
}

/** Checks the catalog with the files. Tiers that are not sealed now, and fields that a person writes, may stay to be done. */
function check(folder: CatalogFolder, files: readonly TemplateFile[], plans: readonly SealPlan[], asOf: string): void {
  const overlay = new OverlaySource(new FolderSource(folder.path, folder.displayPath), files);
  const loaded = loadWith(folder, overlay);
  const isManual = plans.some(({ tier }) => !files.some(({ path }) => tier.file === `${folder.displayPath}/${path}`));
  const pending = ['tier-terms-changed', ...(isManual ? ['terms-file-changed'] : [])];
  const errors = findings(loaded, asOf).filter(({ severity, code }) => severity === 'error' && !pending.includes(code));
  if (hasErrors(errors))
    throw new UserError(
      'the catalog has errors that sealing does not fix; nothing was sealed',
      `fix them, and run the command again`,
      { findings: errors, texts: loaded.texts },
    );
}

function sealedTerms({ file, notices }: SealPlan, fields: string | undefined): SealedTerms {
  const { tier, version, announced, effective } = file;
  const [longest] = [...notices].sort((a, b) => (a.earliest > b.earliest ? -1 : 1));
  const notice =
    longest &&
    `${longest.partner.name} has ${longest.notice} of notice for ${longest.of === 'price' ? 'prices' : 'terms'}`;
  return { tier, version, announced, effective, notice, fields };
}
