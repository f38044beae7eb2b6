import { fieldTakes } from '../../model/validation/takes';
import { type Check, found } from '../check';

export const apiVersionMismatch: Check<'api-version-mismatch'> = {
  code: 'api-version-mismatch',
  severity: 'warning',
  per: 'api',
  summary: 'An API and its OpenAPI file have different versions.',
  rationale: 'partners and reviewers cannot tell which version of the API is served',
  fix: 'Write the same version in both files.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: device-location
openapi: ./device-location.openapi.yaml # info.version: 1.0.0
version: 1.1.0
`,
    prefer: `kind: Api
name: device-location
openapi: ./device-location.openapi.yaml # info.version: 1.0.0
version: 1.0.0
`,
  },
  *find(api) {
    const { version, file } = api.definition;
    if (version === '' || version === api.value.version) return;
    yield found(
      api.at(['version']),
      `api '${api.name}' has version ${api.value.version}, but its OpenAPI file ${file} has '${version}'`,
      fieldTakes('Api', 'version', version)
        ? `write '${version}' here, or '${api.value.version}' in ${file}`
        : `write '${api.value.version}' in ${file}, whose version is not valid for an API`,
    );
  },
};
