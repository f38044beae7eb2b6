import { caCertificate as binding } from '@cdktf/provider-kong';
import { Construct } from 'constructs';
import { type CaCertificate, caCertificate, type Environment } from '../core/model';
import { address } from './address';
import { kongId } from './identity';
import { MANAGED_BY } from './managed-by';
import { place } from './place';
import type { Reference } from './reference';

export interface ClientCaProps {
  readonly environment: Environment;
  readonly name: string;
  /** The CA's certificate in PEM form. */
  readonly certificate: string;
}

/**
 * A CA whose client certificates the gateway believes. The certificate is what it is, id and address: the gateway takes none
 * twice, so under another name it has to stay the same entity.
 */
export class ClientCa extends Construct {
  /** Its id, for others in the same stack. */
  readonly reference: Reference;

  /** @throws Error when the certificate cannot be used */
  constructor(scope: Construct, id: string, props: ClientCaProps) {
    super(scope, id);
    const { pem, sha256 } = readCa(props);
    const resource = new binding.CaCertificate(this, 'resource', {
      id: clientCaId(props),
      cert: pem,
      tags: [MANAGED_BY],
      // What names it is changed before it goes: the gateway deletes no CA that a plugin still names.
      lifecycle: { createBeforeDestroy: true },
    });
    this.reference = place(resource, address('client-ca', sha256.slice(0, 16)));
  }
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
