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
  test('is the one that the CA is made with', () => {
    const made = clientCaId({ environment, name: 'partner-ca', certificate: ca?.certificate ?? '' });
    expect(idOf(environment)('ca_certificate', 'partner-ca')).toBe(made);
  });

  test('stays when the name changes', () => {
    expect(idOf(named('trade-ca'))('ca_certificate', 'trade-ca')).toBe(
      idOf(environment)('ca_certificate', 'partner-ca'),
    );
  });

  test('is refused where the environment has no such CA', () => {
    expect(() => idOf(environment)('ca_certificate', 'trade-ca')).toThrow(
      "environment 'sandbox' has no client CA 'trade-ca'; add it to clientCas",
    );
  });
});
