import { isMap, type Json, type JsonObject } from '../../core/model';
import { catalogOfFiles } from '../support/programme';
import { resourcesOf, stacksOf } from '../support/synthesis';
import { SEAL, withTerms } from '../support/terms';
import * as programme from '../support/text-trials';

// The only inherited member of JavaScript objects that is a valid name; all others contain capital letters or underscores.
const NAME = 'constructor';

/** Replaces a name in a value, in texts and in keys. */
function renamed(value: Json, name: string): Json {
  if (value === name) return NAME;
  if (Array.isArray(value)) return value.map((item: Json) => renamed(item, name));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key === name ? NAME : key,
      // An environment may have the name of a stage, which must not be replaced.
      key === 'stage' ? item : renamed(item, name),
    ]),
  );
}

/** Leaves the seal of a tier, whose terms file contains its name, to `withTerms`. */
function unsealed(document: JsonObject): JsonObject {
  return document.sealed === undefined ? document : { ...document, sealed: SEAL };
}

/** Every name that a document, an application or a domain of the small programme has. */
const names = new Set(
  programme.documents.flatMap((document) => {
    const applications = (document.applications ?? []) as readonly { readonly name: string }[];
    return [document.name, document.domain, ...applications.map(({ name }) => name)].filter(
      (name): name is string => typeof name === 'string',
    );
  }),
);
const plain = resourcesOf(stacksOf(catalogOfFiles(programme.filesOf(programme.documents))));

test.each([...names])(`'%s' can be renamed to '${NAME}'`, (name) => {
  const documents = programme.documents.map((document) => unsealed(renamed(document, name) as JsonObject));
  const catalog = catalogOfFiles(withTerms(programme.filesOf(documents)));
  expect(resourcesOf(stacksOf(catalog)).size).toBe(plain.size);
});
