import { fieldTakes } from '../../model/validation/takes';
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
        fieldTakes('Api', 'version', version)
          ? `write '${version}' here, or '${api.value.version}' in ${file}`
          : `write '${api.value.version}' in ${file}; its own version cannot be that of an API`,
      );
    }
  },
};
