/**
 * The CDK app that cdktf.json names: what `gatewright synth` does, for the CLI of CDK Terrain. It takes no arguments; the
 * environment may say otherwise than the defaults:
 * GATEWRIGHT_CATALOG (`catalog`), CDKTF_OUTDIR (`cdktf.out`), GATEWRIGHT_AS_OF (today in UTC, 'YYYY-MM-DD').
 */
import { type Diagnostic, FolderSource, hasErrors, loadCatalog } from './model';
import { redact } from './model/secrets';
import { loadTypeScript } from './model/typescript';
import { findings } from './policies/rules/findings';
import { report } from './report';
import { synthesizeTo } from './stacks';

export interface Settings {
  readonly catalogFolder: string;
  readonly outFolder: string;
  readonly asOf: string;
}

/** Checks the catalog and writes its stacks, unless the check finds an error. Returns the exit status. */
export function main({ catalogFolder, outFolder, asOf }: Settings, print: (text: string) => void): 0 | 1 {
  const fromCode = loadTypeScript(catalogFolder, catalogFolder);
  const loaded = loadCatalog(new FolderSource(catalogFolder, catalogFolder), fromCode);
  const show = (found: readonly Diagnostic[]) =>
    print(report(found, { format: 'pretty', texts: loaded.texts, color: false, redact }));
  const found = findings(loaded, asOf);
  show(found);
  if (hasErrors(found)) return 1;
  const { stacks, warnings } = synthesizeTo(outFolder, { catalog: loaded.catalog, asOf });
  show(warnings);
  print(`${stacks.length} stacks as of ${asOf} in ${outFolder}\n`);
  return 0;
}

if (require.main === module) {
  const { GATEWRIGHT_CATALOG, CDKTF_OUTDIR, GATEWRIGHT_AS_OF } = process.env;
  const settings = {
    catalogFolder: GATEWRIGHT_CATALOG ?? 'catalog',
    outFolder: CDKTF_OUTDIR ?? 'cdktf.out',
    asOf: GATEWRIGHT_AS_OF ?? new Date().toISOString().slice(0, 10),
  };
  process.exitCode = main(settings, (text) => process.stderr.write(text));
}
