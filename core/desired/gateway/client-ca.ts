import { type CaCertificate, caCertificate, type Environment, originIn } from '../../model';
import { address } from '../address';
import { type Entity, entity } from '../entity';
import { kongId } from '../identity';
import { MANAGED_BY } from './common';

export interface ClientCaProps {
  readonly environment: Environment;
  readonly name: string;
  /** The CA's certificate in PEM form. */
  readonly certificate: string;
}

/**
 * A CA whose client certificates the gateway accepts. The certificate decides id and address: the gateway takes none twice, so
 * under another name it has to stay the same entity.
 *
 * @throws Error when the certificate cannot be used
 */
export function clientCa(props: ClientCaProps): Entity {
  const { environment, name } = props;
  const { pem, sha256 } = readCa(props);
  const index = environment.clientCas?.findIndex((one) => one.name === name) ?? -1;
  return entity({
    type: 'kong-gateway_ca_certificate',
    address: address('client-ca', sha256.slice(0, 16)),
    attributes: { id: clientCaId(props), cert: pem, tags: [MANAGED_BY] },
    // What names it is changed before it goes: the gateway deletes no CA that a plugin still names.
    replacedBeforeRemoval: true,
    subject: { environment: environment.name, clientCa: name },
    origins: [originIn('Environment', environment.name, index < 0 ? [] : ['clientCas', index])],
  });
}

/**
 * Id of a client CA, for stacks that do not hold it.
 *
 * @throws Error when the certificate cannot be used
 */
export function clientCaId(props: ClientCaProps): string {
  return kongId(props.environment.name, 'ca-certificate', readCa(props).sha256);
}

function readCa({ environment, name, certificate }: ClientCaProps): CaCertificate {
  const read = caCertificate(certificate);
  if (read.ok) return read;
  throw new Error(`client CA '${name}' of environment '${environment.name}' ${read.message}; ${read.hint}`);
}
