import { readIssuerName } from '../../trial/issuer/issuer-name';
import { ConfigurationError } from '../../trial/server/env';
import { loadFiles } from '../support/catalog';

const catalogOf = (issuer: string) => () =>
  loadFiles({
    'policy.yaml': `kind: TokenPolicy\nname: idp\ntitle: IdP\nsignedBy: idp\nenvironments: { sandbox: { issuer: '${issuer}', jwksUri: 'https://idp.example/jwks', audience: a } }\n`,
  }).catalog;

test.each(['https://idp.example/', 'https://idp.example/realms/a', 'http://localhost:8080/'])(
  'reads the issuer name %s unchanged',
  (name) => {
    expect(readIssuerName({}, catalogOf(name))).toBe(name);
    expect(readIssuerName({ ISSUER_URL: name }, catalogOf('https://other.example'))).toBe(name);
  },
);

test('rejects an issuer name that is not a URL', () => {
  expect(() => readIssuerName({}, catalogOf('urn:operator:idp'))).toThrow(ConfigurationError);
  expect(() => readIssuerName({}, catalogOf('urn:operator:idp'))).toThrow(/requires an http or https URL/);
});
