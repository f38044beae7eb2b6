import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { App } from 'cdktf';
import type { TerraformJson } from '../../core/desired';
import { build as buildParts } from '../../examples/constructs/policies';
import { build } from '../../examples/constructs/programme';
import { builtCli, ROOT } from '../cli/workspace';
import { runProcess } from '../support/processes';
import { catalogOfFiles } from '../support/programme';
import { inFolder, readStack } from '../support/synthesis';
import { describeWithTerraform, type StackJson, Workspace } from '../support/terraform';

/** Synthesizes an app, and returns its stacks by name. */
const synthesize = (make: (app: App) => void): Readonly<Record<string, StackJson>> =>
  inFolder((folder) => {
    const app = new App({ outdir: folder, stackTraces: false });
    make(app);
    app.synth();
    const stacks = path.join(folder, 'stacks');
    return Object.fromEntries(readdirSync(stacks).map((name) => [name, readStack(path.join(stacks, name))]));
  });

const typesOf = (stack: TerraformJson | StackJson | undefined) =>
  Object.entries(stack?.resource ?? {})
    .flatMap(([type, byName]) => Object.keys(byName).map((name) => `${type.replace('kong-gateway_', '')}.${name}`))
    .sort();

describe('examples/constructs', () => {
  const stacks = synthesize(build);

  test('creates an API, its tiers and a partner without a catalog', () => {
    expect(Object.keys(stacks)).toEqual(['sandbox_apis_logistics', 'sandbox_partners_0']);
    expect(typesOf(stacks.sandbox_apis_logistics)).toEqual([
      'custom_plugin.parcel-status_partner-consent',
      'custom_plugin.parcel-status_partner-errors',
      'custom_plugin.parcel-status_partner-tier-limit',
      'custom_plugin.parcel-status_partner-token',
      'plugin_acl.parcel-status',
      'plugin_prometheus.parcel-status',
      'route.parcel-status_read-parcel',
      'service.parcel-status',
    ]);
    expect(typesOf(stacks.sandbox_partners_0)).toEqual([
      'acl.corner-shop_track-and-trace_parcel-status',
      'consumer.corner-shop_track-and-trace',
    ]);
  });

  test('has a construct for each policy', () => {
    const clientCas = catalogOfFiles().environments.get('sandbox')?.value.clientCas ?? [];
    const composed = synthesize((app) => {
      buildParts(app, clientCas);
    });
    const whole = typesOf(stacks.sandbox_apis_logistics);
    expect(typesOf(composed.sandbox_apis_logistics)).toEqual(
      [
        ...whole,
        'custom_plugin.parcel-status_partner-masking',
        'custom_plugin.parcel-status_partner-mtls',
        'plugin_file_log.parcel-status',
      ].sort(),
    );
  });

  test('writes to its own folder, and warns about resources outside a catalog', () => {
    expect(existsSync(builtCli())).toBe(true);
    inFolder((folder) => {
      const jiti = path.join(path.dirname(require.resolve('jiti/package.json')), 'lib/jiti-cli.mjs');
      const app = path.join(ROOT, 'examples/constructs/app.ts');
      const args = [jiti, app, path.join(folder, 'example')];
      const { stdout, stderr, status } = runProcess(process.execPath, args, { cwd: folder });
      expect({ stdout, status }).toEqual({ stdout: 'written to example/stacks\n', status: 0 });
      for (const [name, stack] of Object.entries(stacks)) {
        expect(readStack(path.join(folder, 'example/stacks', name))).toEqual(stack);
        expect(stderr).toContain(`stack '${name}' `);
      }
      expect(stderr).toContain('no check, review or drift report');
    });
    expect(readFileSync(path.join(ROOT, 'examples/constructs/app.ts'), 'utf8')).toContain(
      "path.join(__dirname, 'cdktf.out')",
    );
  });

  describeWithTerraform('evaluated by Terraform', () => {
    test('has all resources', () => {
      const workspace = new Workspace();
      try {
        expect(workspace.evaluated(stacks).size).toBe(10);
      } finally {
        workspace.remove();
      }
    });
  });
});
