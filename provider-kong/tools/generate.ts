import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaDocument, UsedResources } from '../facts/form';

/**
 * Writes typed bindings, one folder per resource, to `folder`, with `index.ts` (the types of all) and `lazy-index.ts`
 * (a getter for each). Returns the folder of the bindings inside `folder`.
 */
export async function generate(
  schema: SchemaDocument,
  { source, version }: UsedResources,
  folder: string,
): Promise<string> {
  keepTheGeneratorQuiet();
  const { CodeMaker, TerraformProviderConstraint, TerraformProviderGenerator } = await import(
    '@cdktn/provider-generator'
  );
  const { ConstructsMakerProviderTarget, Language } = await import('@cdktn/commons');
  const code = new CodeMaker();
  // The version is not in Terraform's own form; here it makes links and metadata exact.
  const versions = Object.fromEntries(Object.keys(schema.provider_schemas).map((name) => [name, version]));
  type GeneratorInput = ConstructorParameters<typeof TerraformProviderGenerator>[1];
  const input = { ...schema, provider_versions: versions } as unknown as GeneratorInput;
  const generator = new TerraformProviderGenerator(code, input);
  const constraint = new TerraformProviderConstraint(`${source}@${version}`);
  generator.generate(new ConstructsMakerProviderTarget(constraint, Language.TYPESCRIPT));
  await code.save(folder);
  const bindings = join(folder, 'providers', constraint.name);
  adapt(bindings);
  return bindings;
}

/**
 * Merely loading the generator's packages runs `terraform version`, and where that fails (no Terraform on the machine) it
 * reports the failure over the network and writes an id to the user's home and to `cdktf.json`. A build does none of this.
 */
function keepTheGeneratorQuiet(): void {
  process.env.CHECKPOINT_DISABLE = '1';
  process.env.TERRAFORM_BINARY_NAME = 'terraform-is-not-needed-here';
}

/** The generator writes for `cdktn`; this project has that library under the name `cdktf`, and there must be one copy. */
function adapt(bindings: string): void {
  for (const name of readdirSync(bindings, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const path = join(bindings, name);
    const text = readFileSync(path, 'utf8')
      .replaceAll(/(from|require\()(\s*)(['"])cdktn\3/g, '$1$2$3cdktf$3')
      // Seen by `Object.keys` and `export *`, as exports are.
      .replaceAll(/^(Object\.defineProperty\(exports, '\w+', \{) get:/gm, '$1 enumerable: true, get:');
    writeFileSync(path, text);
  }
}
