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

/** Every stack's file as the constructs write it, by the stack's name. */
function filesOfConstructs(from: Catalog): ReadonlyMap<string, string> {
  return inFolder((folder) => {
    const out = path.join(folder, 'cdktf.out');
    const { stacks } = synthesizeTo(out, { catalog: from, asOf: AS_OF, from: 'constructs' });
    return new Map(
      stacks.map(({ name, directory }) => [name, readFileSync(path.join(out, directory, 'cdk.tf.json'), 'utf8')]),
    );
  });
}

function rendersWhatConstructsWrite(from: Catalog): void {
  const files = filesOfConstructs(from);
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
  test('is rendered without cdktf to the bytes that its stack of constructs has', () => {
    rendersWhatConstructsWrite(catalog);
  });

  test('has its entities in an order in which they can be made', () => {
    for (const { entities } of cellsIn(catalog)) {
      const place = new Map(entities.map((entity, index) => [addressOf(entity), index]));
      const waits = explicitDependencies(entities);
      for (const [index, entity] of entities.entries())
        for (const needed of [...entity.references, ...(waits.get(addressOf(entity)) ?? [])])
          expect([addressOf(entity), needed, (place.get(needed) ?? index) < index]).toEqual([
            addressOf(entity),
            needed,
            true,
          ]);
    }
  });

  test('knows of each entity what it is about and where it comes from', () => {
    const entities = cellsIn(catalog).flatMap((cell) => cell.entities);
    expect(entities.length).toBeGreaterThan(100);
    for (const entity of entities) {
      expect([addressOf(entity), Object.keys(entity.subject)]).not.toEqual([addressOf(entity), []]);
      expect([addressOf(entity), entity.origins]).not.toEqual([addressOf(entity), []]);
      for (const { document, path: steps } of entity.origins)
        expect([document, steps, valueAt(document, steps)]).not.toEqual([document, steps, undefined]);
    }
  });

  test('is frozen all the way down, so that nobody changes what others share', () => {
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

  test('is worked out only when it is asked for', () => {
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

  test('of a catalog without anything is there and empty', () => {
    const [environment] = catalog.environments.values();
    const bare = { ...catalog, apis: new Map(), partners: new Map(), applications: new Map() };
    for (const { kind, entities } of cellsOf(bare, (environment as NonNullable<typeof environment>).value, AS_OF))
      if (kind !== 'global') expect(entities).toEqual([]);
  });
});

test('an output from entities and one from constructs are the same, manifest included', () => {
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
  test('is rendered without cdktf to the bytes that its stacks of constructs have', () => {
    rendersWhatConstructsWrite(catalogOf(files));
  });
});

test('the desired state and its renderer load no cdktf', () => {
  builtCli();
  const program = `require('./dist/core/desired');
    const loaded = Object.keys(require.cache).filter((file) => /node_modules.(cdktf|constructs)./.test(file));
    process.stdout.write(JSON.stringify(loaded));`;
  const { stdout, status } = runProcess(process.execPath, ['-e', program], { cwd: ROOT });
  expect([status, stdout]).toEqual([0, '[]']);
});

/** What is written at a path of a document `<Kind>/<name>`. */
function valueAt(document: DocumentName, steps: Path): unknown {
  return steps.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | undefined)?.[step],
    entryOf(catalog, document)?.value,
  );
}

test.each(['1', 'tomorrow', '2026-02-30'])("refuses to make cells for the day '%s'", (asOf) => {
  const environment = catalog.environments.get('sandbox')?.value;
  if (!environment) throw new Error('the fixture has changed');
  expect(() => cellOutlines(catalog, environment, asOf)).toThrow(`asOf '${asOf}' is not a date; it has to be`);
});
