import { type TemplateFile, titleOf } from './file';

/**
 * The files around the catalog in an operator's repository.
 *
 * @param gatewright the dependency for package.json: a version, or `file:` and a tarball in the repository
 */
export function repositoryFiles(name: string, gatewright: string): readonly TemplateFile[] {
  const json = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;
  return [
    {
      path: 'package.json',
      text: json({
        name,
        private: true,
        description: `Partner API programme: ${titleOf(name)}`,
        engines: { node: '>=20.19' },
        scripts: { check: 'gatewright check', synth: 'gatewright synth' },
        dependencies: { gatewright },
      }),
    },
    {
      path: 'cdktf.json',
      text: json({
        language: 'typescript',
        app: 'node node_modules/gatewright/dist/main.js',
        output: 'cdktf.out',
        sendCrashReports: 'false',
      }),
    },
    {
      path: '.gitignore',
      text: 'node_modules/\ncdktf.out/\n.cdktf.out-*\n.gatewright/\n*.tfstate\n*.tfstate.*\n.terraform/\n',
    },
    {
      path: '.vscode/settings.json',
      text: json({
        'yaml.schemas': {
          './node_modules/gatewright/core/model/schemas/document.schema.json': [
            'catalog/**/*.yaml',
            '!catalog/**/*.openapi.yaml',
          ],
        },
      }),
    },
    { path: '.vscode/extensions.json', text: json({ recommendations: ['redhat.vscode-yaml'] }) },
    {
      path: '.github/workflows/gatewright.yml',
      text: `name: gatewright
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 20, cache: npm }
      - run: npm ci
      - run: npx --no-install gatewright check --format github
      - run: npx --no-install gatewright synth
`,
    },
    {
      path: 'README.md',
      text: `# ${titleOf(name)}

Our partner API programme as code. \`catalog/\` defines which APIs we offer, to which partners and under which limits.

    npm install                         # once; commit package-lock.json
    npx --no-install gatewright check   # check the catalog
    npx --no-install gatewright synth   # write Terraform for every environment to cdktf.out/stacks

\`npx --no-install gatewright new partner blue-kite\` adds a document; \`npx --no-install gatewright --help\` lists all commands.
\`--no-install\` runs the installed program, never a package of the same name from a public registry.
${gatewright.startsWith('file:') ? tarballNote(gatewright.slice('file:'.length)) : ''}`,
    },
  ];
}

function tarballNote(tarball: string): string {
  return `
Gatewright is installed from \`${tarball}\` in this folder: commit the file, so that CI can install it too. To upgrade, copy the
new package here and run \`npm install ./gatewright-VERSION.tgz\`. If you publish it to your own registry, run \`npm install
gatewright\` instead.
`;
}
