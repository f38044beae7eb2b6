import { isServedIn } from '../../model';
import { type Check, found } from '../check';
import { isMeantToBeServed, servedEnvironments } from './shared/served-environments';
import { namesUnknownEnvironment } from './shared/unknown-names';

export const successorUnavailable: Check<'successor-unavailable'> = {
  code: 'successor-unavailable',
  severity: 'warning',
  per: 'api',
  summary:
    'The successor of an API is deprecated or retired, or is not served in an environment in which the API is served and deprecated.',
  rationale: 'responses of a deprecated API refer partners to its successor, which they could not use',
  fix: 'Serve the successor in the same environments, name another API, or remove `successor`.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: sim-swap
lifecycle: deprecated
deprecation: { announced: 2026-05-01, sunset: 2026-12-01, successor: device-location }
---
kind: Api
name: device-location
upstreams:
  sandbox: { url: 'https://location.sandbox' }
`,
    prefer: `kind: Api
name: sim-swap
lifecycle: deprecated
deprecation: { announced: 2026-05-01, sunset: 2026-12-01, successor: device-location }
---
kind: Api
name: device-location
upstreams:
  sandbox: { url: 'https://location.sandbox' }
  staging: { url: 'https://location.staging' }
  production: { url: 'https://location.internal' }
`,
  },
  *find(api, { catalog }) {
    const name = api.value.deprecation?.successor;
    const successor = name === undefined ? undefined : catalog.apis.get(name);
    if (!successor || successor === api) return;
    const at = api.at(['deprecation', 'successor']);
    const { lifecycle, upstreams } = successor.value;
    if (lifecycle === 'retired' || lifecycle === 'deprecated') {
      const hint = 'name an API that stays, or remove `successor`';
      yield found(at, `successor '${name}' of api '${api.name}' is ${lifecycle} itself`, hint);
      return;
    }
    if (api.value.lifecycle !== 'deprecated' || !isMeantToBeServed(catalog, api)) return;
    if (namesUnknownEnvironment(catalog, upstreams)) return;
    const lacking = servedEnvironments(catalog, api).filter(({ value }) => !isServedIn(successor.value, value));
    if (lacking.length === 0) return;
    const environments = lacking.map((environment) => `'${environment.name}'`).join(', ');
    yield found(
      at,
      `successor '${name}' (${lifecycle}) of api '${api.name}' is not served in ${environments}, where partners are referred to it`,
      'serve it in the same environments as its predecessor, or remove `successor` until it is',
    );
  },
};
