import type { Environment, MtlsPolicy } from '../../../core/model';
import { mtlsListenerPlugins, mtlsPlugins } from '../../../policies';
import { IDP, idOf, MTLS, NATIVE, NATIVE_39, OSS, PARTNER_SIGNED, PORTABLE, PORTABLE_39 } from '../support/documents';
import { problemsOfPortable } from '../support/portable-schemas';

const BOUND: MtlsPolicy = { ...MTLS, boundTokens: 'required' };

const portable = (change: object = {}) => ({
  plugin: 'partner-mtls',
  resource: 'custom',
  config: {
    scope: 'api',
    ca_certificates: ['ca_certificate:other-ca', 'ca_certificate:partner-ca'],
    registered: ['thumbprint'],
    bound_tokens: 'when-present',
    ...change,
  },
});

const native = {
  plugin: 'mtls-auth',
  resource: 'typed',
  config: {
    allow_partial_chain: false,
    authenticated_group_by: 'DN',
    ca_certificates: ['ca_certificate:other-ca', 'ca_certificate:partner-ca'],
    cache_ttl: 60,
    cert_cache_ttl: 60_000,
    http_timeout: 2000,
    revocation_check_mode: 'IGNORE_CA_ERROR',
    send_ca_dn: true,
    skip_consumer_lookup: true,
  },
};

test.each<[what: string, policy: MtlsPolicy, environment: Environment, plugin: object]>([
  ['on open-source Kong', MTLS, OSS, portable()],
  ['on Enterprise with portable plugins', MTLS, PORTABLE, portable()],
  ['on Enterprise 3.9 with portable plugins', MTLS, PORTABLE_39, portable()],
  ['with bound tokens', BOUND, OSS, portable({ bound_tokens: 'required' })],
  ['by subject', { ...MTLS, registered: 'subject' }, OSS, portable({ registered: ['subject'] })],
  [
    'by subject and thumbprint',
    { ...MTLS, registered: 'subject-and-thumbprint' },
    OSS,
    portable({ registered: ['subject', 'thumbprint'] }),
  ],
  [
    'with one CA',
    { ...MTLS, clientCas: ['partner-ca'] },
    OSS,
    portable({ ca_certificates: ['ca_certificate:partner-ca'] }),
  ],
  ['on Enterprise 3.9 with native plugins', BOUND, NATIVE_39, native],
  [
    'on Enterprise 3.15 with native plugins',
    BOUND,
    NATIVE,
    { ...native, config: { ...native.config, ssl_verify: true } },
  ],
])('requires a certificate %s', (_, policy, environment, plugin) => {
  expect(mtlsPlugins({ policy, token: IDP, environment, idOf })).toEqual([plugin]);
});

const UUID = '6f1b0d0e-5a3f-5d0a-9f7e-2f6f4f3b1c11';

test('produces valid settings with real ids', () => {
  const uuid = (_kind: string, name: string) => (name === 'other-ca' ? UUID : UUID.replace('6f1b', '7f1b'));
  const plugins = [
    ...mtlsPlugins({ policy: MTLS, token: IDP, environment: OSS, idOf: uuid }),
    ...mtlsListenerPlugins({ policies: [MTLS], environment: OSS, idOf: uuid }),
  ];
  expect(plugins.flatMap(problemsOfPortable)).toEqual([]);
});

describe("Enterprise's native plugins cannot verify whose certificate it is", () => {
  test('without a certificate-bound token', () => {
    expect(() => mtlsPlugins({ policy: MTLS, token: IDP, environment: NATIVE, idOf })).toThrow(
      /^MtlsPolicy 'certificates', \/boundTokens: .* does not support this \(native-mtls-needs-bound-tokens\); '.*--explain native-mtls-needs-bound-tokens'/,
    );
  });

  test('with a token signed by the partner', () => {
    expect(() => mtlsPlugins({ policy: BOUND, token: PARTNER_SIGNED, environment: NATIVE, idOf })).toThrow(
      /native-mtls-needs-issuer-tokens/,
    );
  });
});

test('rejects an environment without client CAs', () => {
  const { clientCas, ...environment } = OSS;
  expect(clientCas).toHaveLength(2);
  expect(() => mtlsPlugins({ policy: MTLS, token: IDP, environment, idOf })).toThrow(
    "environment 'staging' has no client CA for 'certificates'",
  );
});

describe('the listener', () => {
  test('requests certificates of all CAs that policies trust, for its hosts', () => {
    const policies: readonly MtlsPolicy[] = [
      { ...MTLS, clientCas: ['partner-ca'] },
      { ...MTLS, clientCas: ['other-ca', 'partner-ca'] },
    ];
    expect(mtlsListenerPlugins({ policies, environment: OSS, idOf })).toEqual([
      {
        plugin: 'partner-mtls',
        resource: 'custom',
        config: {
          scope: 'listener',
          server_names: ['a.example', 'b.example'],
          ca_certificates: ['ca_certificate:other-ca', 'ca_certificate:partner-ca'],
          send_ca_names: true,
          session_reuse: false,
        },
      },
    ]);
  });

  test.each<[string, readonly MtlsPolicy[], Environment]>([
    ['no API requires them', [], OSS],
    ['mtls-auth requests them', [BOUND], NATIVE],
  ])('does not request certificates if %s', (_, policies, environment) => {
    expect(mtlsListenerPlugins({ policies, environment, idOf })).toEqual([]);
  });
});
