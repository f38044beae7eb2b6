import { type Check, warning } from './check';

/** Every OpenAPI file of a catalog is that of an Api, or a part of one. */
export const openapiUnused: Check = {
  code: 'openapi-unused',
  *find({ catalog }) {
    for (const at of catalog.unusedDefinitions ?? []) {
      yield warning(
        at,
        'no Api refers to this OpenAPI file, so nothing of it reaches a gateway',
        `name it in an Api (\`openapi: ./${at.file.split('/').pop()}\`), or remove it`,
      );
    }
  },
};
