import path from 'node:path';
import { isMap, type Json, KINDS } from '../../core/model';
import { kindSchema } from '../../core/model/schemas';
import { schemaErrors } from '../../core/model/validation/validator';

// Of the built program: from sources, as here, Ajv compiles every schema itself.
const { isAccepted }: typeof import('../../core/model/validation/accepted') = require(
  path.join(__dirname, '../../dist/core/model/validation/accepted'),
);

const OTHERS: readonly Json[] = [null, true, 0, -1.5, '', 'x', '2026-02-30', 'é'.repeat(300), [], {}, { valueOf: 1 }];

/** The documents that differ from one in a single place: a value is gone, another one, in the list twice, or has a new neighbour. */
function* changed(value: Json): Generator<Json> {
  yield* OTHERS;
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

describe('the schemas that a build compiles', () => {
  test.each(KINDS)('accept the same documents of %s as Ajv', (kind) => {
    const schema = kindSchema(kind);
    const examples = (schema.schema.examples ?? []) as readonly Json[];
    const documents = examples.flatMap((example) => [example, ...changed(example)]);
    const differently = documents.filter(
      (document) => isAccepted(schema.id, document) !== (schemaErrors(schema, document, 1).length === 0),
    );
    expect(documents.filter((document) => isAccepted(schema.id, document)).length).toBeGreaterThan(1);
    expect(documents.length).toBeGreaterThan(50);
    expect(differently).toEqual([]);
  });

  test('are not there where sources run without a build', () => {
    const { isAccepted: fromSources } = require('../../core/model/validation/accepted');
    expect(fromSources(kindSchema('Team').id, {})).toBeUndefined();
  });
});

test('a pattern is not tried on text that is longer than any field allows', () => {
  const schema = kindSchema('Team');
  const [example] = schema.schema.examples as readonly { readonly name: string }[];
  expect(isAccepted(schema.id, { ...example, name: 'a'.repeat(25_000) })).toBe(false);
});
