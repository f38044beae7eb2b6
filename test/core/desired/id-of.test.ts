import { clientCaId } from '../../../core/desired';
import { idOf } from '../../../core/desired/gateway/id-of';
import type { Environment } from '../../../core/model';
import { catalogOfFiles } from '../../support/programme';

const environment = catalogOfFiles().environments.get('sandbox')?.value as Environment;
const [ca] = environment.clientCas ?? [];
const named = (name: string): Environment => ({
  ...environment,
  clientCas: [{ name, certificate: ca?.certificate ?? '' }],
});

describe('the id of a client CA that a policy names', () => {
  test('is the id of the CA itself', () => {
    const expected = clientCaId({ environment, name: 'partner-ca', certificate: ca?.certificate ?? '' });
    expect(idOf(environment)('ca_certificate', 'partner-ca')).toBe(expected);
  });

  test('does not change with the name', () => {
    expect(idOf(named('trade-ca'))('ca_certificate', 'trade-ca')).toBe(
      idOf(environment)('ca_certificate', 'partner-ca'),
    );
  });

  test('is an error if the environment does not have the CA', () => {
    expect(() => idOf(environment)('ca_certificate', 'trade-ca')).toThrow(
      "environment 'sandbox' has no client CA 'trade-ca'; add it to clientCas",
    );
  });
});
