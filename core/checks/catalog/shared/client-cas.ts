import type { CaCertificate, Entry, Environment, Position, UnusableCertificate } from '../../../model';
import { caCertificate } from '../../../model';

/** A client CA of an environment, with its parsed certificate. */
export interface ClientCa {
  readonly name: string;
  /** How messages refer to its certificate. */
  readonly label: string;
  readonly certificate: CaCertificate | UnusableCertificate;
  readonly at: Position;
}

export function clientCasOf(environment: Entry<Environment>): readonly ClientCa[] {
  return (environment.value.clientCas ?? []).map(({ name, certificate }, index) => ({
    name,
    label: `certificate of client CA '${name}' of environment '${environment.name}'`,
    certificate: caCertificate(certificate),
    at: environment.at(['clientCas', index, 'certificate']),
  }));
}
