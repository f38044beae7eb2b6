import { ecPair, rsaPair } from '../../model/keys/pairs';
import { findings } from './table';

const POLICIES = 'policies.yaml';
const ENVIRONMENTS = 'environments.yaml';
const URI = '    jwksUri: https://idp.sandbox.example/jwks\n';
const key = (kid?: string, more = {}) => JSON.stringify({ ...ecPair().jwk, ...(kid ? { kid } : {}), ...more });
const rsa = (kid: string, alg?: string) => JSON.stringify({ ...rsaPair().jwk, kid, ...(alg ? { alg } : {}) });

describe('an identity provider has an issuer and one source of keys:', () =>
  findings([
    [
      'a missing issuer',
      ['error token-issuer-incomplete'],
      "token policy 'operator-idp' in environment 'sandbox' has no issuer",
      [[POLICIES, '  sandbox:\n    issuer: https://idp.sandbox.example\n', '  «sandbox:\n']],
    ],
    [
      'missing keys',
      ['error token-issuer-incomplete'],
      "token policy 'operator-idp' in environment 'sandbox' has no keys of the issuer; add `jwksUri` (a URL) or `keys`",
      [
        [POLICIES, URI, ''],
        [POLICIES, '  sandbox:\n    issuer', '  «sandbox:\n    issuer'],
      ],
    ],
    [
      'both sources of keys',
      ['error token-issuer-incomplete'],
      'has both `jwksUri` and `keys`',
      [[POLICIES, URI, `${URI}    «keys: [${key('a')}]\n`]],
    ],
    ['inline keys', [], '', [[POLICIES, URI, `    keys: [${key('a')}, ${key('b')}, ${rsa('c')}]\n`]]],
  ]));

describe('a policy for tokens that partners sign has no issuer settings:', () =>
  findings([
    [
      'an issuer',
      ['error unused-issuer-setting'],
      "token policy 'partner-keys' is for tokens that partners sign, but has `issuer` in environment 'sandbox'",
      [[POLICIES, '  sandbox:\n    audience', '  sandbox:\n    «issuer: https://x.example\n    audience']],
    ],
    [
      'a JWKS URI',
      ['error unused-issuer-setting'],
      'has `jwksUri`',
      [[POLICIES, '  sandbox:\n    audience', '  sandbox:\n    «jwksUri: https://x.example\n    audience']],
    ],
    [
      'inline keys',
      ['error unused-issuer-setting'],
      'has `keys`',
      [[POLICIES, '  sandbox:\n    audience', `  sandbox:\n    «keys: [${key()}]\n    audience`]],
    ],
    [
      'a user context',
      ['error unused-issuer-setting'],
      "token policy 'partner-keys' is for tokens that partners sign, but has `threeLegged`; remove `threeLegged`: a partner that signs its own tokens could claim any user",
      [[POLICIES, 'algorithms: [ES256]', 'algorithms: [ES256]\n«threeLegged: { rule: subject-differs }']],
    ],
  ]));

describe('keys of an issuer:', () =>
  findings([
    [
      'a key without an ID',
      ['error invalid-issuer-key'],
      "key 1 of token policy 'operator-idp' for environment 'sandbox' has no `kid`; add the `kid` from the header of a token that is signed with this key",
      [[POLICIES, URI, `    keys:\n      - «${key()}\n`]],
    ],
    [
      'two keys with one ID',
      ['error invalid-issuer-key'],
      "key 2 of token policy 'operator-idp' for environment 'sandbox' has the same `kid` as key 1 of token policy 'operator-idp' for environment 'sandbox'; give each key a unique `kid`",
      [[POLICIES, URI, `    keys:\n      - ${key('a')}\n      - «${key('a')}\n`]],
    ],
    [
      'a key for an algorithm that is not accepted',
      ['error invalid-issuer-key'],
      "key 1 of token policy 'operator-idp' for environment 'sandbox' can be used with ES256, but the policy accepts none of these; the policy accepts RS256; add one to its `algorithms`, or remove the key",
      [
        [POLICIES, URI, `    keys:\n      - «${key('a')}\n`],
        [POLICIES, 'threeLegged:', 'algorithms: [RS256]\nthreeLegged:'],
      ],
    ],
    [
      'a key bound to an algorithm that is not accepted',
      ['error invalid-issuer-key'],
      "key 1 of token policy 'operator-idp' for environment 'sandbox' can be used with RS512, but the policy accepts none of these; the policy accepts ES256, PS256, RS256; add one to its `algorithms`, or",
      [[POLICIES, URI, `    keys:\n      - «${rsa('a', 'RS512')}\n`]],
    ],
    [
      'a key of a type that suits one accepted algorithm',
      [],
      '',
      [
        [POLICIES, URI, `    keys: [${rsa('a')}]\n`],
        [POLICIES, 'threeLegged:', 'algorithms: [PS256]\nthreeLegged:'],
      ],
    ],
    [
      'an invalid key',
      ['error unusable-key'],
      "key 1 of token policy 'operator-idp' for environment 'sandbox' is not a valid JWK of type EC",
      [[POLICIES, URI, `    keys:\n      - «${key('a', { x: 'AQAB' })}\n`]],
    ],
    [
      'a key with an algorithm of another type',
      ['error key-algorithm-mismatch'],
      'cannot be used with RS256',
      [[POLICIES, URI, `    keys:\n      - «${key('a', { alg: 'RS256' })}\n`]],
    ],
  ]));

describe('an audience belongs to one environment:', () =>
  findings([
    [
      'the audience and issuer of another environment',
      ['error shared-audience'],
      "audience 'https://api.sandbox.example' of token policy 'operator-idp' for environment 'staging' is also the audience of environment 'sandbox': each accepts tokens for the other; give environment 'staging' its own audience",
      [
        [POLICIES, 'issuer: https://idp.staging.example', 'issuer: https://idp.sandbox.example'],
        [POLICIES, 'audience: https://api.staging.example', 'audience: «https://api.sandbox.example'],
      ],
    ],
    [
      'the audience of another environment with another issuer',
      [],
      '',
      [[POLICIES, 'audience: https://api.staging.example', 'audience: https://api.sandbox.example']],
    ],
    [
      'the audience of another environment in tokens that partners sign',
      ['error shared-audience'],
      "token policy 'partner-keys' for environment 'production' is also the audience of environment 'sandbox'",
      [
        [
          POLICIES,
          '  production:\n    audience: https://api.example',
          '  production:\n    audience: «https://api.sandbox.example',
        ],
      ],
    ],
    [
      'one audience in two policies',
      ['error shared-audience'],
      "is also the audience of environment 'sandbox' in token policy 'another'",
      [
        [
          POLICIES,
          'kind: RateLimitPolicy',
          'kind: TokenPolicy\nname: another\ntitle: Another\nsignedBy: partner\nenvironments: { sandbox: { audience: one } }\n---\nkind: RateLimitPolicy',
        ],
        [POLICIES, '  production:\n    audience: https://api.example', '  production:\n    audience: «one'],
      ],
    ],
  ]));

describe('only a trial environment may be insecure:', () =>
  findings([
    [
      'a JWKS URI over HTTP',
      ['error insecure-outside-trial'],
      "token policy 'operator-idp' fetches keys over HTTP in environment 'production', which is not a trial; use HTTPS, or write `trial: true` in the environment if it has no real data",
      [[POLICIES, 'jwksUri: https://idp.example/jwks', 'jwksUri: «http://idp.example/jwks']],
    ],
    [
      'a consent endpoint over HTTP',
      ['error insecure-outside-trial'],
      "consent policy 'fraud-prevention' asks over HTTP in environment 'staging', which is not a trial; use HTTPS, or write `trial: true` in the environment if it has no real data",
      [[POLICIES, 'staging: https://consent.staging.example', 'staging: «http://consent.staging.example']],
    ],
    [
      'an audit endpoint over HTTP',
      ['error insecure-outside-trial'],
      "audit records are sent over HTTP in environment 'production', which is not a trial; use HTTPS, or write `trial: true` in the environment if it has no real data",
      [[ENVIRONMENTS, "'https://audit.example'", "«'http://audit.example'"]],
    ],
    [
      'a state backend over HTTP',
      ['error insecure-outside-trial'],
      "Terraform state is stored over HTTP in environment 'production', which is not a trial; use HTTPS, or write `trial: true` in the environment if it has no real data",
      [
        [
          ENVIRONMENTS,
          'hosts: [api.example]\n',
          'hosts: [api.example]\nbackend: { type: s3, bucket: states, region: eu, prefix: g, endpoint: «http://s3.internal }\n',
        ],
      ],
    ],
    [
      'a state backend over HTTP in a trial environment',
      [],
      '',
      [
        [
          ENVIRONMENTS,
          'hosts: [api.sandbox.example]\n',
          'hosts: [api.sandbox.example]\nbackend: { type: s3, bucket: states, region: eu, prefix: g, endpoint: http://s3.internal }\n',
        ],
      ],
    ],
    [
      'APIs over HTTP',
      ['error insecure-outside-trial'],
      "APIs are served over HTTP in environment 'production', which is not a trial; use HTTPS, or write `trial: true` in the environment if it has no real data",
      [[ENVIRONMENTS, 'hosts: [api.example]\nprotocols: [https]', 'hosts: [api.example]\nprotocols: [https, «http]']],
    ],
    [
      'an upstream whose certificate is not verified',
      ['error insecure-outside-trial'],
      "api 'number-verification' does not verify the certificate of its upstream in environment 'production', which is not a trial; remove `verifyTls: false`, or write `trial: true` in the environment if it",
      [
        [
          'number-verification.yaml',
          "{ url: 'https://number.internal' }",
          "{ url: 'https://number.internal', verifyTls: «false }",
        ],
      ],
    ],
    [
      'an upstream over HTTP',
      ['warning upstream-without-tls'],
      "upstream of api 'number-verification' in environment 'production' uses HTTP",
      [['number-verification.yaml', "'https://number.internal'", "«'http://number.internal'"]],
    ],
    [
      'all of these in a trial environment',
      [],
      '',
      [
        [POLICIES, 'jwksUri: https://idp.sandbox', 'jwksUri: http://idp.sandbox'],
        [POLICIES, 'sandbox: https://consent', 'sandbox: http://consent'],
        [ENVIRONMENTS, 'https://audit.sandbox', 'http://audit.sandbox'],
        [
          ENVIRONMENTS,
          'hosts: [api.sandbox.example]\nprotocols: [https]',
          'hosts: [api.sandbox.example]\nprotocols: [http, https]',
        ],
        ['number-verification.yaml', 'https://number.sandbox', 'http://number.sandbox'],
      ],
    ],
  ]));

describe('policies have the settings for each environment that serves their APIs:', () =>
  findings([
    [
      'a token policy without the environment',
      ['error environment-not-covered'],
      "token policy 'operator-idp' has no entry for environment 'staging', where api 'sim-swap' is served; add 'staging' with its audience",
      [
        [
          POLICIES,
          '  staging:\n    issuer: https://idp.staging.example\n    jwksUri: https://idp.staging.example/jwks\n    audience: https://api.staging.example\n',
          '',
        ],
        [POLICIES, 'signedBy: idp\nenvironments:', 'signedBy: idp\n«environments:'],
      ],
    ],
    [
      'a token policy of several APIs without the environment',
      ['error environment-not-covered', 'error environment-not-covered'],
      "where api 'number-verification' and 1 more are served",
      [
        [
          POLICIES,
          '  production:\n    issuer: https://idp.example\n    jwksUri: https://idp.example/jwks\n    audience: https://api.example\n',
          '',
        ],
        [POLICIES, 'signedBy: idp\nenvironments:', 'signedBy: idp\n«environments:'],
        ['number-verification.yaml', 'token: partner-keys', 'token: operator-idp'],
        [POLICIES, '    production: https://consent.example\n', ''],
        [POLICIES, '  urls:', '  «urls:'],
      ],
    ],
    [
      'a token policy without an environment that does not serve the API',
      ['warning environment-serves-nothing'],
      "environment 'staging' serves nothing",
      [
        ['environments.yaml', 'name: staging', 'name: «staging'],
        [
          POLICIES,
          '  staging:\n    issuer: https://idp.staging.example\n    jwksUri: https://idp.staging.example/jwks\n    audience: https://api.staging.example\n',
          '',
        ],
        ['sim-swap.yaml', "  staging: { url: 'https://sim-swap.staging' }\n", ''],
      ],
    ],
    [
      'a consent policy without the environment',
      ['error environment-not-covered'],
      "has no address for environment 'production'",
      [
        [POLICIES, '    production: https://consent.example\n', ''],
        [POLICIES, '  urls:', '  «urls:'],
      ],
    ],
    [
      'an environment without client CAs',
      ['error environment-not-covered'],
      "environment 'staging' trusts no client CA, but mtls policy 'registered-certificate' requires client certificates where api 'sim-swap' is served",
      [
        [ENVIRONMENTS, 'name: staging\ntitle', 'name: «staging\ntitle'],
        [
          ENVIRONMENTS,
          "host: redis.staging, password: '{vault://env/redis}' }\nclientCas:\n  - name: partner-ca\n    certificate: |\n      @ca\n",
          "host: redis.staging, password: '{vault://env/redis}' }\n",
        ],
      ],
    ],
    [
      'an environment without a client CA of the required name',
      ['error environment-not-covered'],
      "client CA 'partner-ca' of mtls policy 'registered-certificate' does not exist in environment 'staging'",
      [
        [
          ENVIRONMENTS,
          "host: redis.staging, password: '{vault://env/redis}' }\nclientCas:\n  - name: partner-ca\n",
          "host: redis.staging, password: '{vault://env/redis}' }\nclientCas:\n  - name: other-ca\n",
        ],
        [POLICIES, 'clientCas: [partner-ca]', 'clientCas: [«partner-ca]'],
      ],
    ],
    [
      'an audit policy without an endpoint for the environment',
      ['error environment-not-covered'],
      "environment 'staging' has no audit endpoint, but audit policy 'standard-audit' needs one where api 'sim-swap' is served; add `audit.endpoint`",
      [[ENVIRONMENTS, "audit: { endpoint: 'https://audit.staging.example' }", 'audit: «{ file: /var/log/audit.json }']],
    ],
    [
      'environments without an audit file',
      ['error environment-not-covered', 'error environment-not-covered', 'error environment-not-covered'],
      'has no audit file',
      [
        [POLICIES, 'sink: http', 'sink: file'],
        ...['sandbox.', 'staging.', ''].map(
          (host) =>
            [
              ENVIRONMENTS,
              `audit: { endpoint: 'https://audit.${host}example' }`,
              `audit: «{ endpoint: 'https://audit.${host}example' }`,
            ] as const,
        ),
      ],
    ],
  ]));

describe('a masking policy is consistent:', () =>
  findings([
    [
      'a rule for the responses of all operations, one of them streaming',
      ['error masked-stream'],
      "operation 'streamEvents' of api 'sim-swap' is streaming, but masking policy 'hide-detail' has rules for its responses",
      [
        [POLICIES, '    operations: [retrieveDate]\n', ''],
        ['sim-swap.yaml', 'streaming: true', 'streaming: «true'],
      ],
    ],
    [
      'a rule for a streaming operation',
      ['error masked-stream'],
      '',
      [
        [POLICIES, '[retrieveDate]', '[retrieveDate, streamEvents]'],
        ['sim-swap.yaml', 'streaming: true', 'streaming: «true'],
      ],
    ],
    [
      'a rule for a hidden streaming route',
      [],
      '',
      [
        [POLICIES, '    operations: [retrieveDate]\n', ''],
        ['sim-swap.yaml', 'streaming: true', 'streaming: true\n    exposed: false'],
      ],
    ],
    [
      '`truncate` without a length',
      ['error invalid-masking-rule'],
      "the rule for $.detail of masking policy 'hide-detail' truncates the field without a number of characters to keep",
      [[POLICIES, 'action: remove', 'action: «truncate']],
    ],
    [
      '`remove` with a length',
      ['error invalid-masking-rule'],
      'removes the field but keeps 3 characters of it',
      [[POLICIES, 'action: remove', 'action: remove\n    keep: «3']],
    ],
    ['`truncate` with a length', [], '', [[POLICIES, 'action: remove', 'action: truncate\n    keep: 0']]],
  ]));

describe('a host belongs to one environment:', () =>
  findings([
    [
      'a host of an environment of another stage',
      ['error host-shared-across-stages'],
      "host 'api.sandbox.example' of environment 'staging' (staging) is also a host of environment 'sandbox' (sandbox); give each environment its own host",
      [[ENVIRONMENTS, 'hosts: [api.staging.example]', 'hosts: [api.staging.example, «api.sandbox.example]']],
    ],
    [
      'a host of an environment of the same stage',
      ['warning shared-host'],
      "host 'api.example' of environment 'staging' (staging) is also a host of environment 'production' (staging); give each environment its own host",
      [
        [ENVIRONMENTS, 'hosts: [api.staging.example]', 'hosts: [«api.example]'],
        [ENVIRONMENTS, 'stage: production', 'stage: staging'],
      ],
    ],
  ]));
