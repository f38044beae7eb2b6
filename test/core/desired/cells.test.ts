import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  addressOf,
  type Cell,
  cellOutlines,
  cellsOf,
  documentFiles,
  fillCell,
  renderCell,
  STATE_FOLDER,
} from '../../../core/desired';
import { explicitDependencies } from '../../../core/desired/guards';
import { type Catalog, type DocumentName, entryOf, type Path } from '../../../core/model';
import { synthesizeTo } from '../../../core/output';

import { builtCli, ROOT } from '../../cli/workspace';
import { catalogOf } from '../../support/catalog';
import { runProcess } from '../../support/processes';
import { AS_OF, catalogOfFiles } from '../../support/programme';
import { describeSample } from '../../support/repository';
import { inFolder } from '../../support/synthesis';

const catalog = catalogOfFiles();
const cellsIn = (from: Catalog): readonly Cell[] =>
  [...from.environments.values()].flatMap(({ value }) => cellsOf(from, value, AS_OF));

/** The files of all stacks, rendered from constructs, by stack name. */
function filesFromConstructs(from: Catalog): ReadonlyMap<string, string> {
  return inFolder((folder) => {
    const out = path.join(folder, 'cdktf.out');
    const { stacks } = synthesizeTo(out, { catalog: from, asOf: AS_OF, from: 'constructs' });
    return new Map(
      stacks.map(({ name, directory }) => [name, readFileSync(path.join(out, directory, 'cdk.tf.json'), 'utf8')]),
    );
  });
}

function expectSameFilesFromConstructs(from: Catalog): void {
  const files = filesFromConstructs(from);
  const cells = cellsIn(from);
  expect(cells.map(({ name }) => name)).toEqual([...files.keys()]);
  const fileOf = documentFiles(from);
  for (const cell of cells) {
    const { name } = cell;
    const text = renderCell(cell, { stateFolder: STATE_FOLDER, fileOf });
    expect([name, text]).toEqual([name, files.get(name)]);
  }
}

describe('a cell', () => {
  test('is rendered without cdktf to the same bytes as its stack of constructs', () => {
    expectSameFilesFromConstructs(catalog);
  });

  test('lists each entity after its dependencies', () => {
    for (const { entities } of cellsIn(catalog)) {
      const indexes = new Map(entities.map((entity, index) => [addressOf(entity), index]));
      const dependencies = explicitDependencies(entities);
      for (const [index, entity] of entities.entries())
        for (const dependency of [...entity.references, ...(dependencies.get(addressOf(entity)) ?? [])])
          expect([addressOf(entity), dependency, (indexes.get(dependency) ?? index) < index]).toEqual([
            addressOf(entity),
            dependency,
            true,
          ]);
    }
  });

  test('has a subject and origins for each entity', () => {
    const entities = cellsIn(catalog).flatMap((cell) => cell.entities);
    expect(entities.length).toBeGreaterThan(100);
    for (const entity of entities) {
      expect([addressOf(entity), Object.keys(entity.subject)]).not.toEqual([addressOf(entity), []]);
      expect([addressOf(entity), entity.origins]).not.toEqual([addressOf(entity), []]);
      for (const { document, path: steps } of entity.origins)
        expect([document, steps, valueAt(document, steps)]).not.toEqual([document, steps, undefined]);
    }
  });

  test('is deeply frozen, so that shared values cannot change', () => {
    const unfrozen = (value: unknown, at: string): readonly string[] =>
      typeof value !== 'object' || value === null
        ? []
        : [
            ...(Object.isFrozen(value) ? [] : [at]),
            ...Object.entries(value).flatMap(([key, item]) => unfrozen(item, `${at}/${key}`)),
          ];
    for (const { entities } of cellsIn(catalog))
      for (const entity of entities) expect(unfrozen(entity, addressOf(entity))).toEqual([]);
  });

  test('is outlined without creating its entities', () => {
    const [environment] = [...catalog.environments.values()];
    if (!environment) throw new Error('the fixture has no environment');
    const outlines = cellOutlines(catalog, environment.value, AS_OF);
    expect(outlines.map(({ name }) => name)).toEqual(
      cellsOf(catalog, environment.value, AS_OF).map(({ name }) => name),
    );
    const [global, domain, partners] = ['global', 'domain', 'partners'].map((kind) =>
      outlines.find((one) => one.kind === kind),
    );
    expect(global?.after).toEqual([]);
    expect(domain?.after).toEqual([global?.name]);
    expect(partners?.after).toContain(domain?.name);
    if (domain) expect(fillCell(domain).entities).not.toEqual([]);
  });

  test('exists even if a catalog has nothing to put into it', () => {
    const [environment] = catalog.environments.values();
    const emptyCatalog = { ...catalog, apis: new Map(), partners: new Map(), applications: new Map() };
    for (const { kind, entities } of cellsOf(
      emptyCatalog,
      (environment as NonNullable<typeof environment>).value,
      AS_OF,
    ))
      if (kind !== 'global') expect(entities).toEqual([]);
  });
});

test('the output is the same from entities and from constructs, including the manifest', () => {
  const outputFrom = (from: 'entities' | 'constructs') =>
    inFolder((folder) => {
      const out = path.join(folder, 'cdktf.out');
      const result = synthesizeTo(out, { catalog, asOf: AS_OF, from });
      const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).sort();
      const isFile = (name: string) => statSync(path.join(out, name)).isFile();
      return { result, files: files.map((name) => [name, isFile(name) && readFileSync(path.join(out, name), 'utf8')]) };
    });
  expect(outputFrom('entities')).toEqual(outputFrom('constructs'));
});

describeSample('the sample', (files) => {
  test('is rendered without cdktf to the same bytes as its stacks of constructs', () => {
    expectSameFilesFromConstructs(catalogOf(files));
  });
});

test('the desired state and its renderer do not load cdktf', () => {
  builtCli();
  const program = `require('./dist/core/desired');
    const loaded = Object.keys(require.cache).filter((file) => /node_modules.(cdktf|constructs)./.test(file));
    process.stdout.write(JSON.stringify(loaded));`;
  const { stdout, status } = runProcess(process.execPath, ['-e', program], { cwd: ROOT });
  expect([status, stdout]).toEqual([0, '[]']);
});

/** The value at a path of a document `<Kind>/<name>`. */
function valueAt(document: DocumentName, steps: Path): unknown {
  return steps.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | undefined)?.[step],
    entryOf(catalog, document)?.value,
  );
}

test.each(['1', 'tomorrow', '2026-02-30'])("rejects the date '%s'", (asOf) => {
  const environment = catalog.environments.get('sandbox')?.value;
  if (!environment) throw new Error('the fixture has changed');
  expect(() => cellOutlines(catalog, environment, asOf)).toThrow(`asOf '${asOf}' is not a valid date; it must be`);
});
