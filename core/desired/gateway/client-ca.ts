import { type CaCertificate, caCertificate, describeCertificateProblem, type Environment, originIn } from '../../model';
import { address } from '../address';
import { type Entity, entity } from '../entity';
import { kongId } from '../identity';
import { MANAGED_BY } from './common';

export interface ClientCaProps {
  readonly environment: Environment;
  readonly name: string;
  /** The CA's certificate in PEM format. */
  readonly certificate: string;
}

/**
 * A CA whose client certificates the gateway accepts. Id and address derive from the certificate, because the gateway rejects
 * duplicates: a renamed CA must remain the same entity.
 *
 * @throws Error if the certificate is not usable
 */
export function clientCa(props: ClientCaProps): Entity {
  const { environment, name } = props;
  const { pem, sha256 } = readCa(props);
  const index = environment.clientCas?.findIndex((one) => one.name === name) ?? -1;
  return entity({
    type: 'kong-gateway_ca_certificate',
    address: address('client-ca', sha256.slice(0, 16)),
    attributes: { id: clientCaId(props), cert: pem, tags: [MANAGED_BY] },
    // Plugins must be updated first: the gateway does not delete a CA that a plugin refers to.
    replacedBeforeRemoval: true,
    subject: { environment: environment.name, clientCa: name },
    origins: [originIn('Environment', environment.name, index < 0 ? [] : ['clientCas', index])],
  });
}

/**
 * The id of a client CA, for use in other stacks.
 *
 * @throws Error if the certificate is not usable
 */
export function clientCaId(props: ClientCaProps): string {
  return kongId(props.environment.name, 'ca-certificate', readCa(props).sha256);
}

function readCa({ environment, name, certificate }: ClientCaProps): CaCertificate {
  const read = caCertificate(certificate);
  if (read.ok) return read;
  throw new Error(
    `certificate of client CA '${name}' of environment '${environment.name}' ${describeCertificateProblem(read)}`,
  );
}
