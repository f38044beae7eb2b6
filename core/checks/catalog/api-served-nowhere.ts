import { type Check, found } from '../check';
import { isMeantToBeServed, servedEnvironments } from './shared/served-environments';

export const apiServedNowhere: Check<'api-served-nowhere'> = {
  code: 'api-served-nowhere',
  severity: 'warning',
  per: 'api',
  summary: 'A preview API has upstreams only for production environments, which do not serve previews.',
  rationale: 'no partner can call the API, although its lifecycle says that it is available',
  fix: 'Add an upstream for another environment, or write `lifecycle: published`.',
  waivable: true,
  examples: {
    avoid: {
      documents: `kind: Api
name: device-location
lifecycle: preview
upstreams:
  production: { url: https://location.internal }
`,
      without: ['upstreams.sandbox'],
    },
    prefer: `kind: Api
name: device-location
lifecycle: preview
upstreams:
  sandbox: { url: https://location.sandbox }
  production: { url: https://location.internal }
`,
  },
  *find(api, { catalog }) {
    const { name, lifecycle } = api.value;
    if (!isMeantToBeServed(catalog, api) || servedEnvironments(catalog, api).length > 0) return;
    yield found(
      api.at(['lifecycle']),
      `api '${name}' (${lifecycle}) is not served anywhere: it has upstreams only for production, where previews are not served`,
      'add an upstream for another environment, or write `lifecycle: published`',
    );
  },
};
