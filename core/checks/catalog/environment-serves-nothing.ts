import { isServedIn } from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import { type Check, found } from '../check';
import { namesUnknownEnvironment } from './shared/unknown-names';

export const environmentServesNothing: Check<'environment-serves-nothing'> = {
  code: 'environment-serves-nothing',
  severity: 'warning',
  per: 'catalog',
  summary: 'An environment serves no API: none has both an upstream for it and a lifecycle that is served there.',
  rationale: 'applying it removes every API from the gateway of the environment',
  fix: 'Add the environment to the `upstreams` of an API, or remove the environment.',
  waivable: true,
  examples: {
    avoid: `kind: Environment
name: load-test
title: Load test
stage: staging
gateway: { edition: oss, version: '3.9' }
hosts: [api.load-test.example]
protocols: [https]
counters: { store: redis, host: redis.load-test, password: '{vault://env/redis}' }
partners: { shards: 1 }
isolation: { upstreams: ['*.load-test'] }
`,
    prefer: `kind: Environment
name: load-test
title: Load test
stage: staging
gateway: { edition: oss, version: '3.9' }
hosts: [api.load-test.example]
protocols: [https]
counters: { store: redis, host: redis.load-test, password: '{vault://env/redis}' }
partners: { shards: 1 }
isolation: { upstreams: ['*.load-test'] }
---
kind: Api
name: number-verification
upstreams:
  load-test: { url: https://number.load-test }
---
kind: TokenPolicy
name: partner-keys
environments:
  load-test: { audience: https://api.load-test.example }
`,
  },
  *find({ catalog }) {
    const apis = [...catalog.apis.values()];
    if (anyUnread(catalog, 'Api') || apis.some(({ value }) => namesUnknownEnvironment(catalog, value.upstreams)))
      return;
    for (const environment of catalog.environments.values()) {
      if (apis.some(({ value }) => isServedIn(value, environment.value))) continue;
      yield found(
        environment.at(),
        apis.length === 0
          ? `environment '${environment.name}' serves nothing: the catalog has no API`
          : `environment '${environment.name}' serves nothing: no API has both an upstream for it and a lifecycle that is served there`,
        apis.length === 0
          ? 'write a document with `kind: Api`'
          : `add '${environment.name}' to the \`upstreams\` of an API, or remove the environment`,
      );
    }
  },
};
