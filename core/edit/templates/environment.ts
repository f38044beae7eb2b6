import { schemaLine, titleOf } from './file';

/** The values of a new Environment document. */
export interface EnvironmentTemplate {
  readonly name: string;
  readonly stage: 'sandbox' | 'staging' | 'production';
  readonly edition: 'oss' | 'enterprise';
  readonly version: string;
  /** Written only if it is set; the schema has the default. */
  readonly plugins?: 'portable' | 'native' | undefined;
  readonly host: string;
  readonly upstreams: string;
  readonly shards: number;
  /** Path from the document to the folder of schemas. */
  readonly schemas: string | undefined;
}

/** A new Environment document. A sandbox is for evaluation and counts on each node; other stages count in Redis. */
export function environmentDocument(environment: EnvironmentTemplate): string {
  const { name, stage, edition, version, plugins, host, upstreams, shards } = environment;
  const counters =
    stage === 'sandbox'
      ? 'counters: { store: local }'
      : `counters: { store: redis, host: redis.${name}.internal, password: '{vault://env/redis-password}' }`;
  const trial = 'trial: true # for evaluation: a restart of the gateway may reset quotas\n';
  return `${schemaLine(environment.schemas)}kind: Environment
name: ${name}
title: ${titleOf(name)}
stage: ${stage}
${stage === 'sandbox' ? trial : ''}gateway: { edition: ${edition}, version: '${version}'${plugins ? `, plugins: ${plugins}` : ''} }
hosts: [${host}]
${counters}
partners: { shards: ${shards}${stage === 'production' ? `, sealed: ${shards}` : ''} } # about 40 partners per shard; changing the number later moves partners between Terraform states
isolation: { upstreams: ['${upstreams}'] }
`;
}
