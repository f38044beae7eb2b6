import { createPublicKey, X509Certificate } from 'node:crypto';
import { App } from 'cdktf';
import { ClientCa } from '../../constructs';
import { clientCa, clientCaId, MANAGED_BY } from '../../core/desired';
import type { Environment } from '../../core/model';
import { routePattern } from '../../core/model/routes';
import { EnvironmentStack } from '../../stacks';
import { catalogOfFiles, edited, programmeFiles } from '../support/programme';
import { inFolder, resourcesOf, stacksOf, withoutComments } from '../support/synthesis';

const files = programmeFiles();
const environment = catalogOfFiles(files).environments.get('sandbox')?.value as Environment;
const certificate = environment.clientCas?.[0]?.certificate ?? '';

/** The sandbox's resources by address, without the stack. */
const sandbox = (from = files) =>
  Object.fromEntries(
    [...resourcesOf(stacksOf(catalogOfFiles(from), { environments: ['sandbox'] }))].map(([address, attributes]) => [
      address.replace(/^.*\//, ''),
      attributes,
    ]),
  );

function withCa(text: string, name = 'partner-ca') {
  return inFolder((folder) => {
    const stack = new EnvironmentStack(new App({ outdir: folder }), 'sandbox_test', { environment });
    new ClientCa(stack, 'ca', { environment, name, certificate: text });
    return withoutComments(stack.toTerraform().resource)['kong-gateway_ca_certificate'];
  });
}

const partnerCaId = clientCaId({ environment, name: 'partner-ca', certificate });
/** Contains the first 16 digits of the SHA-256 of the certificate in DER format. */
const ADDRESS = `client-ca_${new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase().slice(0, 16)}`;

describe('a client CA', () => {
  test('is normalized, regardless of the line endings in its document', () => {
    const plain = withCa(certificate);
    expect(plain).toEqual({
      [ADDRESS]: {
        id: partnerCaId,
        cert: certificate,
        tags: [MANAGED_BY],
        lifecycle: { create_before_destroy: true },
      },
    });
    expect(withCa(`\r\n${certificate.replaceAll('\n', '\r\n')}\n\n`)).toEqual(plain);
  });

  test('is the same entity under another name, because the gateway rejects duplicate certificates', () => {
    expect(withCa(certificate, 'trade-ca')).toEqual(withCa(certificate));
  });

  test('has its entry in the environment as origin, or the environment itself if it has no entry', () => {
    const document = 'environment/sandbox';
    const originsOf = (name: string) => clientCa({ environment, name, certificate }).origins;
    expect(originsOf('partner-ca')).toEqual([{ document, path: ['clientCas', 0] }]);
    expect(originsOf('trade-ca')).toEqual([{ document, path: [] }]);
  });

  test('has a different id in another environment', () => {
    const staging = catalogOfFiles(files).environments.get('staging')?.value as Environment;
    expect(clientCaId({ environment: staging, name: 'partner-ca', certificate })).not.toBe(partnerCaId);
  });

  test('with an invalid certificate is rejected by name', () => {
    expect(() => withCa('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')).toThrow(
      "certificate of client CA 'partner-ca' of environment 'sandbox' is not a valid certificate in PEM format",
    );
  });

  test('is referred to by the settings of plugins', () => {
    const { 'kong-gateway_custom_plugin.sim-swap_partner-mtls': plugin } = sandbox();
    expect(plugin?.config).toMatchObject({ ca_certificates: [partnerCaId] });
  });
});

describe('a key', () => {
  test('is the same credential as JWK and as PEM', () => {
    const jwk = {
      ...{ kty: 'EC', crv: 'P-256', x: 'zT-mn2WUyh64YaRKnPwdEKHhW4yp6wO_tAusiwWqPDM' },
      y: 'WfpJjzKNd1RlFnyH0ZfSLOcJx3yO796oSNmlsoSFWek',
    };
    const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
    const text = `- jwk: { kty: EC, crv: P-256, x: ${jwk.x}, y: ${jwk.y} }`;
    const asPem = edited(files, ['acme-bank.yaml', text, `- pem: ${JSON.stringify(pem)}`]);
    expect(sandbox(asPem)).toEqual(sandbox());
  });
});

describe('a service', () => {
  const serviceOf = (upstream: string) =>
    sandbox(
      edited(files, [
        'sim-swap.yaml',
        "sandbox: { url: 'http://sim-swap.sandbox.internal:8080' }",
        `sandbox: ${upstream}`,
      ]),
    )['kong-gateway_service.sim-swap'];

  test.each([
    ["{ url: 'http://a.sandbox.internal' }", { protocol: 'http', host: 'a.sandbox.internal', port: 80, path: '/' }],
    ["{ url: 'https://a.sandbox.internal' }", { protocol: 'https', port: 443, path: '/', tls_verify: true }],
    ["{ url: 'https://a.sandbox.internal:8443/b/c' }", { port: 8443, path: '/b/c' }],
    ["{ url: 'https://a.sandbox.internal', verifyTls: false }", { tls_verify: false }],
    [
      "{ url: 'http://a.sandbox.internal', timeouts: { connect: 300 ms, read: 2 minutes }, retries: 2 }",
      { connect_timeout: 300, read_timeout: 120_000, write_timeout: 60_000, retries: 2 },
    ],
    ["{ url: 'http://a.sandbox.internal' }", { connect_timeout: 5000, read_timeout: 60_000, retries: 0 }],
  ])('with the upstream %s has %j', (upstream, attributes) => {
    expect(serviceOf(upstream)).toMatchObject(attributes);
  });

  test('has no tls_verify for http, because Kong rejects it', () => {
    expect(serviceOf("{ url: 'http://a.sandbox.internal' }")).not.toHaveProperty('tls_verify');
  });

  test('has the same attributes regardless of their values', () => {
    const plain = serviceOf("{ url: 'http://a.sandbox.internal' }");
    const rich = serviceOf("{ url: 'http://a.sandbox.internal/x', timeouts: { write: 1 seconds }, retries: 3 }");
    expect(Object.keys(rich ?? {})).toEqual(Object.keys(plain ?? {}));
  });
});

describe('a route', () => {
  const all = sandbox();
  const routeOf = (slug: string) => all[`kong-gateway_route.push-message_${slug}`];

  test('matches one operation, on the hosts and protocols of the environment', () => {
    expect(routeOf('read-message')).toEqual({
      ...routeOf('read-message'),
      name: 'push-message_read-message',
      hosts: ['api.sandbox.operator.example'],
      protocols: ['http', 'https'],
      methods: ['GET'],
      paths: [routePattern('/push-message/v1', '/messages/{messageId}')],
      strip_path: false,
      preserve_host: false,
      path_handling: 'v0',
      request_buffering: true,
      response_buffering: true,
      https_redirect_status_code: 426,
      tags: [MANAGED_BY, 'api:push-message'],
      workspace: 'default',
    });
  });

  test('of a streaming operation does not buffer the response', () => {
    expect(routeOf('stream-messages')).toMatchObject({ response_buffering: false });
  });

  test('has a higher priority than one with a parameter that matches its path', () => {
    const [stream, read] = ['stream-messages', 'read-message'].map((slug) => routeOf(slug)?.regex_priority as number);
    expect(stream).toBeGreaterThan(read ?? Number.NaN);
  });

  test('does not exist for an operation that is not exposed', () => {
    expect(routeOf('purge-messages')).toBeUndefined();
  });
});

test('all entities are in the workspace of their environment', () => {
  const production = [...resourcesOf(stacksOf(catalogOfFiles(files), { environments: ['production'] }))];
  for (const [address, attributes] of production) {
    // Client CAs belong to the gateway as a whole.
    if (address.includes('/kong-gateway_ca_certificate.')) continue;
    expect([address, attributes.workspace]).toEqual([address, 'partners']);
  }
});
