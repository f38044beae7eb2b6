// biome-ignore-all lint/suspicious/noTemplateCurlyInString: text that looks like a template is what is tested
import { readFileSync } from 'node:fs';
import { encodeTagText } from '../../core/desired/consumer-tags/percent-encoding';
import { KINDS, pointer } from '../../core/model';
import { catalogOfFiles } from '../support/programme';
import { resourcesOf, stacksOf } from '../support/synthesis';
import { ADMIN_TOKEN, type Attributes, describeWithTerraform, type StackJson, Workspace } from '../support/terraform';
import type { TextPlace } from '../support/text-fields';
import * as programme from '../support/text-trials';

const HOSTILE = [
  '${file("/etc/hostname")}',
  '${var.kong_admin_token}',
  '%{ if true }',
  '$${file("/etc/hostname")}',
] as const;

/** Each text by itself, and appended to the schema's example, because a URL needs a valid beginning with a complete host. */
const trials = programme.trialsOf(({ example }) => {
  const beginning = example.replace(/^https?:\/\/[^/]+$/, '$&/');
  return HOSTILE.flatMap((hostile) => [hostile, `${beginning}${hostile}`]);
});
const { accepted, rejected } = programme.checkTexts(trials);

const nameOf = ({ kind, what, path, seeds }: TextPlace) =>
  `${kind} ${what} ${pointer(path)}${seeds.length > 0 ? ` in ${JSON.stringify(seeds.map(([, seed]) => seed)).slice(0, 80)}` : ''}`;

test('every kind has text fields', () => {
  expect(programme.documents.length).toBeGreaterThan(15);
  expect(programme.errorsIn(programme.documents)).toEqual([]);
  for (const kind of KINDS) {
    expect(programme.baseOf(kind)).not.toBe(-1);
    expect(programme.places.filter((place) => place.kind === kind).length).toBeGreaterThan(4);
  }
  expect(rejected.length).toBeGreaterThan(500);
  expect(trials.flat().length - rejected.length).toBeGreaterThan(500);
});

test.each(KINDS)('%s: the check reports a rejected text at its position', (kind) => {
  for (const [trial, paths] of rejected) {
    if (trial.place.kind !== kind) continue;
    // The field, something in it, something that must be consistent with it, or a document that refers to it.
    // Terms that change no longer match their seal.
    const near = paths.filter(
      (path) => path.startsWith('catalog/') || path === '/sealed' || programme.touches(trial, path),
    );
    expect([nameOf(trial.place), paths, near.length > 0]).toEqual([nameOf(trial.place), paths, true]);
  }
});

test('no text is rejected only because of its mark', () => {
  for (const { place, text } of trials.flat()) {
    if (programme.schemaErrorPaths({ place, text }).length === 0) continue;
    const plain = text.slice(0, -programme.markOf(text).length);
    expect([nameOf(place), plain, programme.schemaErrorPaths({ place, text: plain }).length > 0]).toEqual([
      nameOf(place),
      plain,
      true,
    ]);
  }
});

describeWithTerraform('text that the check accepts', () => {
  const workspace = new Workspace();
  let values: ReadonlyMap<string, Attributes>;
  let planned = '';

  beforeAll(() => {
    const stacks: Record<string, StackJson> = {};
    for (const [number, all] of accepted.entries()) {
      for (const [name, stack] of Object.entries(stacksOf(catalogOfFiles(programme.filesOf(all))))) {
        stacks[`b${number}-${name}`] = stack;
      }
    }
    expect(resourcesOf(stacks).size).toBeGreaterThan(500);
    values = workspace.evaluated(stacks);
    planned = JSON.stringify(workspace.plannedJson().planned_values);
  });
  afterAll(() => workspace.remove());

  test('is never evaluated', () => {
    const hostname = readFileSync('/etc/hostname', 'utf8').trim();
    expect(planned).not.toContain(ADMIN_TOKEN);
    for (const text of textsIn([...values.values()])) {
      if (programme.marksIn(text).length === 0) continue;
      expect(text).not.toContain(`${hostname}~`);
      expect(text).not.toContain(`${hostname}\n~`);
    }
  });

  test('reaches the gateway unchanged', () => {
    const byMark = new Map(trials.flat().map(({ text }) => [programme.markOf(text), text]));
    const reached = new Set<string>();
    for (const text of textsIn([...values.values()])) {
      for (const mark of programme.marksIn(text)) {
        const written = byMark.get(mark) ?? '';
        expect([text, spellings(written).some((spelling) => text.includes(spelling))]).toEqual([text, true]);
        reached.add(mark);
      }
    }
    const places = new Set(
      trials
        .flat()
        .filter(({ text }) => reached.has(programme.markOf(text)))
        .map(({ place }) => nameOf(place)),
    );
    expect(places.size).toBeGreaterThanOrEqual(8);
  });
});

/** The encodings of a text in the output: plain, in a tag, and in JSON. */
function spellings(text: string): readonly string[] {
  return [text, encodeTagText(text), JSON.stringify(text).slice(1, -1)];
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield key;
      yield* textsIn(item);
    }
  }
}
