import { schemaLine, titleOf } from './file';

/** What is filled into a new Environment document. */
export interface EnvironmentTemplate {
  readonly name: string;
  readonly stage: 'sandbox' | 'staging' | 'production';
  readonly edition: 'oss' | 'enterprise';
  readonly version: string;
  /** Written only where it is given; the schema has the default. */
  readonly plugins?: 'portable' | 'native' | undefined;
  readonly host: string;
  readonly upstreams: string;
  readonly shards: number;
  /** Path of the folder of schemas, from the document. */
  readonly schemas: string | undefined;
}

/** A document for a new environment. A sandbox is for trying out and counts on each node; the others count in Redis. */
export function environmentDocument(environment: EnvironmentTemplate): string {
  const { name, stage, edition, version, plugins, host, upstreams, shards } = environment;
  const counters =
    stage === 'sandbox'
      ? 'counters: { store: local }'
      : `counters: { store: redis, host: redis.${name}.internal, password: '{vault://env/redis-password}' }`;
  const trial = 'trial: true # for trying out: quotas may be lost when the gateway starts anew\n';
  return `${schemaLine(environment.schemas)}kind: Environment
name: ${name}
title: ${titleOf(name)}
stage: ${stage}
${stage === 'sandbox' ? trial : ''}gateway: { edition: ${edition}, version: '${version}'${plugins ? `, plugins: ${plugins}` : ''} }
hosts: [${host}]
${counters}
partners: { shards: ${shards}${stage === 'production' ? `, sealed: ${shards}` : ''} } # about 40 partners each; another number later moves partners between Terraform states
isolation: { upstreams: ['${upstreams}'] }
`;
}
