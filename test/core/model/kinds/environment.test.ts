import { kindTable } from './kind-table';

const FULL = `kind: Environment
name: sandbox
title: Sandbox
description: To try things out.
labels: { region: eu }
stage: sandbox
trial: true
gateway: { edition: enterprise, version: '3.9', plugins: portable }
workspace: default
hosts: [api.sandbox.operator.example]
protocols: [https, http]
backend: { type: s3, bucket: acme-terraform, region: eu-south-2, prefix: gatewright, endpoint: https://s3.operator.example }
counters:
  store: redis
  host: redis.internal
  port: 6379
  database: 0
  tls: true
  serverName: redis
  username: '{vault://env/redis-username}'
  password: '{vault://env/redis-password}'
  timeout: 200 ms
clientCas:
  - name: partner-ca
    certificate: |
      -----BEGIN CERTIFICATE-----
      TUlJ
      -----END CERTIFICATE-----
audit: { endpoint: https://audit.operator.example, authorization: '{vault://env/audit}', file: /var/log/kong/audit.json }
partners: { shards: 16, sealed: 16 }
isolation: { upstreams: ['*.sandbox.internal', one.internal] }
`;

const least = (rest: string) => `kind: Environment
name: a
title: A
stage: production
gateway: { edition: oss, version: '3.9' }
hosts: [a.example]
partners: { shards: 1 }
isolation: { upstreams: [b.example] }
${rest}`;

kindTable(
  'Environment',
  {
    'with everything': FULL,
    'with the least': least('counters: { store: local }\n'),
    'with local state': least('counters: { store: local }\nbackend: { type: local }\n'),
    'with state behind HTTP': least(
      'counters: { store: local }\nbackend: { type: http, address: https://state.example, lock: false }\n',
    ),
    'with state behind HTTP as GitLab has it': least(
      'counters: { store: local }\nbackend: { type: http, address: https://state.example, lockPath: lock, lockMethod: POST, unlockMethod: DELETE }\n',
    ),
    'with state in PostgreSQL': least('counters: { store: local }\nbackend: { type: pg, schema: gatewright }\n'),
  },
  [
    ['an unknown stage', 'stage: sandbox', 'stage: test', '6:8 not-allowed-value'],
    ['an unknown edition', 'edition: enterprise', 'edition: community', '8:21 not-allowed-value'],
    ['a version without quotes, which is a number', "version: '3.9'", 'version: 3.9', '8:42 wrong-type'],
    ['a version of three numbers', "version: '3.9'", "version: '3.9.1'", '8:42 malformed-value'],
    ['a workspace with a space', 'workspace: default', 'workspace: my space', '9:12 malformed-value'],
    ['a host with a scheme', '[api.sandbox.operator.example]', "['https://api.example']", '10:9 malformed-value'],
    ['a host in upper case', '[api.sandbox.operator.example]', '[API.example]', '10:9 malformed-value'],
    ['a host with a star', '[api.sandbox.operator.example]', "['*.example']", '10:9 malformed-value'],
    ['no hosts', '[api.sandbox.operator.example]', '[]', '10:8 too-short'],
    ['an unknown protocol', '[https, http]', '[https, grpc]', '11:20 not-allowed-value'],
    ['a backend without type', 'type: s3, ', '', '12:10 missing-field'],
    ['an unknown backend', 'type: s3', 'type: gcs', '12:18 not-allowed-value'],
    ['a bucket name with a capital', 'bucket: acme-terraform', 'bucket: Acme', '12:30 malformed-value'],
    ['an S3 backend without region', 'region: eu-south-2, ', '', '12:10 missing-field'],
    ['a field of another backend', 'region: eu-south-2', 'schema: x, region: eu-south-2', '12:46 unknown-field'],
    ['an S3 endpoint that is not a URL', 'https://s3.operator.example', 's3.operator.example', '12:96 malformed-value'],
    ['an unknown store', 'store: redis', 'store: memcached', '14:10 not-allowed-value'],
    ['no store', '  store: redis\n', '', '14:3 missing-field'],
    ['Redis without host', '  host: redis.internal\n', '', '14:3 missing-field'],
    ['an invalid port', 'port: 6379', 'port: 65536', '16:9 out-of-range'],
    ['a port as text', 'port: 6379', "port: '6379'", '16:9 wrong-type'],
    ['a password in plain', "'{vault://env/redis-password}'", 'hunter2', '21:13 secret-in-catalog'],
    ['a user name that is not a reference', "'{vault://env/redis-username}'", 'admin', '20:13 malformed-value'],
    [
      'a field of Redis with local counters',
      'store: redis',
      'store: local',
      '15:3 unknown-field',
      '16:3 unknown-field',
      '17:3 unknown-field',
      '18:3 unknown-field',
      '19:3 unknown-field',
      '20:3 unknown-field',
      '21:3 unknown-field',
      '22:3 unknown-field',
    ],
    [
      'a key in place of a certificate',
      '-----BEGIN CERTIFICATE-----',
      '-----BEGIN PUBLIC KEY-----',
      '25:18 malformed-value',
    ],
    ['an authorization in plain', "'{vault://env/audit}'", 'Basic abc', '29:67 secret-in-catalog'],
    ['a relative audit file', '/var/log/kong/audit.json', 'audit.json', '29:96 malformed-value'],
    ['no shards', 'shards: 16', 'shards: 0', '30:21 out-of-range'],
    ['too many shards', 'shards: 16', 'shards: 5000', '30:21 out-of-range'],
    ['a seal that is not a number', 'sealed: 16', "sealed: '16'", '30:33 wrong-type'],
    ['a star within a host', "'*.sandbox.internal'", "'a.*.internal'", '31:26 malformed-value'],
  ],
);
