import path from 'node:path';
import { isMap, type Json, KINDS } from '../../core/model';
import { kindSchema } from '../../core/model/schemas';
import { validatorErrors } from '../../core/model/validation/validator';

// From the build: when sources run directly, as in tests, Ajv compiles every schema at run time.
const { isAccepted }: typeof import('../../core/model/validation/accepted') = require(
  path.join(__dirname, '../../dist/core/model/validation/accepted'),
);

const VALUES: readonly Json[] = [null, true, 0, -1.5, '', 'x', '2026-02-30', 'é'.repeat(300), [], {}, { valueOf: 1 }];

/** All documents with a single change: a value removed, replaced, repeated in a list, or with a new sibling. */
function* changed(value: Json): Generator<Json> {
  yield* VALUES;
  if (Array.isArray(value)) {
    yield [...value, ...value];
    for (const [index, item] of value.entries()) for (const other of [...changed(item)]) yield value.with(index, other);
  } else if (isMap(value)) {
    yield { ...value, unknown: 1 };
    for (const [key, item] of Object.entries(value)) {
      const { [key]: _, ...rest } = value;
      yield rest;
      for (const other of changed(item)) yield { ...value, [key]: other };
    }
  }
}

describe('the compiled schemas', () => {
  test.each(KINDS)('accept the same %s documents as Ajv', (kind) => {
    const schema = kindSchema(kind);
    const examples = (schema.schema.examples ?? []) as readonly Json[];
    const documents = examples.flatMap((example) => [example, ...changed(example)]);
    const mismatches = documents.filter(
      (document) => isAccepted(schema.id, document) !== (validatorErrors(schema, document, 1).length === 0),
    );
    expect(documents.filter((document) => isAccepted(schema.id, document)).length).toBeGreaterThan(1);
    expect(documents.length).toBeGreaterThan(50);
    expect(mismatches).toEqual([]);
  });

  test('do not exist if sources run without a build', () => {
    const { isAccepted: fromSources } = require('../../core/model/validation/accepted');
    expect(fromSources(kindSchema('Team').id, {})).toBeUndefined();
  });
});

test('a pattern is not matched against a text that is longer than any field allows', () => {
  const schema = kindSchema('Team');
  const [example] = schema.schema.examples as readonly { readonly name: string }[];
  expect(isAccepted(schema.id, { ...example, name: 'a'.repeat(25_000) })).toBe(false);
});
