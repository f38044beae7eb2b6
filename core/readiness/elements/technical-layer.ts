import { originOf } from '../../model';
import { type Criterion, everyOne } from '../criterion';
import { isServedInAny } from '../facts';
import { where } from '../places';
import type { Element } from './element';

const productionGateway: Criterion = {
  id: 'production-gateway',
  title: 'a gateway in production',
  write: 'an Environment with `stage: production`',
  find: ({ catalog }) => ({ places: where(catalog.environments, ({ stage }) => stage === 'production', ['stage']) }),
};

const productionApi: Criterion = {
  id: 'production-api',
  title: 'a published API in production',
  write: '`lifecycle: published`, and the upstream of a production environment in `upstreams`, in an Api',
  find: ({ publishedApis }) => ({ places: where(publishedApis, () => true, ['lifecycle']) }),
};

/** Every API in production can be tried in a sandbox. */
export const sandbox: Criterion = {
  id: 'sandbox',
  title: 'a sandbox that serves every API in production',
  write: 'an Environment with `stage: sandbox`, and its upstream in `upstreams` in each Api',
  find: ({ catalog, sandboxes, productionApis }) => ({
    places: where(catalog.environments, ({ stage }) => stage === 'sandbox', ['stage']),
    lacking: productionApis.filter((api) => !isServedInAny(api, sandboxes)).map((api) => originOf(api)),
  }),
};

/** Every active tier limits the calls of a partner. */
export const limits: Criterion = {
  id: 'limits',
  title: 'a limit or a quota in every active tier',
  write: '`limits` or `quota` in the Tier',
  find: ({ activeTiers }) =>
    everyOne(activeTiers, ({ limits, quota }) => limits !== undefined || quota !== undefined, ['limits']),
};

const metrics: Criterion = {
  id: 'metrics',
  title: 'metrics of every API in production',
  write: '`policies.metrics` in the Api',
  find: ({ productionApis }) =>
    everyOne(productionApis, ({ policies }) => policies.metrics !== undefined, ['policies', 'metrics']),
};

/** APIs that partners can call, protected and measured. */
export const technicalLayer: Element = {
  id: 'technical-layer',
  title: 'Technical layer',
  criteria: [productionGateway, productionApi, sandbox, limits, metrics],
};
