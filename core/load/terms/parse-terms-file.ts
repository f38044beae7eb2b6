import type { Detection, JsonObject, Path, TermsFile } from '../../model';
import { deepFreeze, isMap, listOf, termsText } from '../../model';
import { shown } from '../../model/messages/shown';
import { DATE_FORMAT, isDate } from '../../model/units';
import type { Positions } from '../documents/positions';
import { readJson } from '../json-text/read';
import { schemaErrors } from '../schema/schema-errors';

/** A terms file with what its path says about it. */
export interface PlacedTermsFile {
  readonly file: string;
  readonly tier: string;
  readonly version: string;
}

/** A terms file as data, or why it cannot be used. */
export interface ParsedTermsFile {
  readonly value?: TermsFile;
  readonly findings: readonly Detection[];
}

const FIELDS = ['announced', 'effective', 'terms', 'tier', 'version'];

const HINT =
  'do not edit terms files: restore it from version control, or delete it if its seal was never written in a tier';

/** Parses and validates a terms file. Its terms are validated against the schema of a Tier document. */
export function parseTermsFile(text: string, placed: PlacedTermsFile, positions: Positions): ParsedTermsFile {
  const json = readJson(text);
  if (!json) return failure(positions, [], 'terms file is not JSON');
  const [problem] = json.problems;
  if (problem) return failure(positions, [], `terms file cannot be used: ${problem.message}`);
  const { value } = json;
  if (!isMap(value)) return failure(positions, [], 'terms file must be a map');
  const errors = [
    ...fieldErrors(value, placed),
    ...(isMap(value.terms) ? termsErrors(value.terms, placed, positions) : []),
  ];
  const [first] = errors;
  if (first) return { findings: errors.map(({ path, message }) => finding(positions, path, message)) };
  const file = value as unknown as TermsFile;
  if (termsText(file) !== text.replaceAll('\r\n', '\n')) {
    const form = 'sorted keys, two spaces, one newline at the end';
    return failure(positions, [], `terms file is not in canonical form (${form})`);
  }
  return { value: deepFreeze(file), findings: [] };
}

interface FieldError {
  readonly path: Path;
  readonly message: string;
}

function* fieldErrors(value: JsonObject, { tier, version }: PlacedTermsFile): Iterable<FieldError> {
  for (const field of FIELDS)
    if (value[field] === undefined) yield { path: [], message: `terms file has no '${field}'` };
  for (const field of Object.keys(value))
    if (!FIELDS.includes(field))
      yield { path: [field], message: `terms file has a field ${shown(field)}; ${listOf(FIELDS, 'fields')}` };
  for (const field of ['announced', 'effective']) {
    const day = value[field];
    if (day !== undefined && !(typeof day === 'string' && isDate(day)))
      yield { path: [field], message: `'${field}' must be ${DATE_FORMAT}` };
  }
  for (const [field, expected] of [
    ['tier', tier],
    ['version', version],
  ] as const) {
    if (value[field] !== undefined && value[field] !== expected)
      yield { path: [field], message: `'${field}' must be ${shown(expected)}, as in the path of the file` };
  }
  if (value.terms !== undefined && !isMap(value.terms)) yield { path: ['terms'], message: "'terms' must be a map" };
  const { announced, effective } = value;
  if (typeof announced === 'string' && typeof effective === 'string' && effective < announced)
    yield {
      path: ['effective'],
      message: `terms are effective on ${effective}, before they are announced on ${announced}`,
    };
}

/** Errors of the terms, as those of a Tier document with the same fields. */
function* termsErrors(
  terms: JsonObject,
  { tier, version }: PlacedTermsFile,
  positions: Positions,
): Iterable<FieldError> {
  const { apis, ...fields } = terms;
  const document = { kind: 'Tier', name: tier, title: tier, status: 'active', version };
  for (const field of Object.keys(document))
    if (fields[field] !== undefined) yield { path: ['terms', field], message: `terms have no field ${shown(field)}` };
  yield* errorsOf({ ...fields, ...document }, ['terms'], positions);
  if (terms.approval === undefined) yield { path: ['terms'], message: "terms have no 'approval'" };
  if (apis === undefined) return;
  if (!isMap(apis)) {
    yield { path: ['terms', 'apis'], message: "'terms.apis' must be a map" };
    return;
  }
  for (const [name, api] of Object.entries(apis)) {
    const sla = isMap(api) && Object.keys(api).join() === 'sla' ? (api.sla ?? null) : undefined;
    if (sla === undefined)
      yield { path: ['terms', 'apis', name], message: `an API in terms must have 'sla' and nothing else` };
    else yield* errorsOf({ ...document, sla }, ['terms', 'apis', name], positions);
  }
}

function errorsOf(root: JsonObject, base: Path, positions: Positions): readonly FieldError[] {
  const size = JSON.stringify(root).length / 8;
  return schemaErrors({
    kind: 'Tier',
    root,
    size,
    sourceOf: (path) => positions.sourceOf([...base, ...path]),
  }).map(({ path, message }) => ({ path: [...base, ...path], message }));
}

function failure(positions: Positions, path: Path, message: string): ParsedTermsFile {
  return { findings: [finding(positions, path, message)] };
}

function finding(positions: Positions, path: Path, message: string): Detection {
  return { code: 'terms-file-invalid', message, hint: HINT, at: positions.at(path) };
}
