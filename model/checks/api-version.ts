import { type Check, warning } from './check';

/** An API has the version that its OpenAPI file has. */
export const apiVersion: Check = {
  code: 'api-version',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const { version, file } = api.definition;
      if (version === '' || version === api.value.version) continue;
      yield warning(
        api.at(['version']),
        `api '${api.name}' has version ${api.value.version}, but its OpenAPI file ${file} has '${version}'`,
        'write the same version in both',
      );
    }
  },
};
