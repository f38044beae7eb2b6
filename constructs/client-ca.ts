import { caCertificate as binding } from '@cdktf/provider-kong';
import { Construct } from 'constructs';
import { caCertificate, type Environment } from '../model';
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

/** A CA whose client certificates the gateway believes. */
export class ClientCa extends Construct {
  /** Its id, for others in the same stack. */
  readonly reference: Reference;

  /** @throws Error when the certificate cannot be used */
  constructor(scope: Construct, id: string, { environment, name, certificate }: ClientCaProps) {
    super(scope, id);
    const read = caCertificate(certificate);
    if (!read.ok)
      throw new Error(`client CA '${name}' of environment '${environment.name}' ${read.message}; ${read.hint}`);
    const resource = new binding.CaCertificate(this, 'resource', {
      id: clientCaId(environment.name, name),
      cert: read.pem,
      tags: [MANAGED_BY],
      // What names it is changed before it goes: the gateway deletes no CA that a plugin still names.
      lifecycle: { createBeforeDestroy: true },
    });
    this.reference = place(resource, address(name));
  }
}

/** Id of a client CA, for stacks that do not hold it. */
export function clientCaId(environment: string, name: string): string {
  return kongId(environment, 'ca-certificate', name);
}
