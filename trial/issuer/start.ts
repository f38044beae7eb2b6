import { resolve } from 'node:path';
import { CertificateAuthority } from '../certificates/authority';
import { loadFolder } from '../server/catalog';
import { ConfigurationError, type Env, readPort, readVariable } from '../server/env';
import { type Listening, listen } from '../server/listen';
import { audiencesOf } from './audiences';
import { ClientKeys, toPublicJwk } from './client-keys';
import { registrationsOf } from './clients';
import { createIssuer } from './issuer';
import { readIssuerName } from './issuer-name';

/**
 * Starts the issuer. Its clients are the applications of a catalog in one environment; it writes the key of each into a folder.
 * Environment variables: GATEWRIGHT_CATALOG (catalog), GATEWRIGHT_ENVIRONMENT (sandbox), GATEWRIGHT_AS_OF (today), ISSUER_URL (its
 * name; default: from the token policies of the environment), ISSUER_AUDIENCES (default: from the same policies), ISSUER_HOST
 * (127.0.0.1), ISSUER_PORT (9002), ISSUER_TLS_PORT (9444; for tokens that are bound to a client certificate), ISSUER_KEYS
 * (.gatewright/keys).
 */
export async function startIssuer(env: Env): Promise<readonly Listening[]> {
  const catalog = loadFolder(resolve(readVariable(env, 'GATEWRIGHT_CATALOG') ?? 'catalog'));
  const environment = readVariable(env, 'GATEWRIGHT_ENVIRONMENT') ?? 'sandbox';
  const asOf = readVariable(env, 'GATEWRIGHT_AS_OF') ?? new Date().toISOString().slice(0, 10);
  const [first, ...others] = readVariable(env, 'ISSUER_AUDIENCES')?.split(',') ?? audiencesOf(catalog, environment);
  if (first === undefined)
    throw new ConfigurationError(
      `no token policy has an audience for environment '${environment}'; set ISSUER_AUDIENCES`,
    );
  const keys = new ClientKeys(resolve(readVariable(env, 'ISSUER_KEYS') ?? '.gatewright/keys'));
  const registrations = registrationsOf(catalog, environment, asOf);
  const { listener } = await createIssuer({
    issuer: readIssuerName(env, () => catalog),
    audiences: [first, ...others],
    clients: registrations.map((client) => ({ ...client, key: toPublicJwk(keys.get(client.clientId)) })),
  });
  const host = readVariable(env, 'ISSUER_HOST');
  const authority = await CertificateAuthority.create('CN=gatewright trial issuer');
  const { certificate, key } = await authority.issue({ subject: 'CN=localhost', hosts: ['localhost', '127.0.0.1'] });
  return [
    await listen(listener, { host, port: readPort(env, 'ISSUER_PORT', 9002) }),
    await listen(listener, {
      host,
      port: readPort(env, 'ISSUER_TLS_PORT', 9444),
      tls: { cert: certificate, key, requestCert: true, rejectUnauthorized: false },
    }),
  ];
}
