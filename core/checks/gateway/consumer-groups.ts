import { targetOf } from '../../../policies';
import { type Catalog, type Finding, isServedIn } from '../../model';

/** What one control plane of Konnect takes. */
const MOST = 1000;

/** With native plugins every API has a Consumer Group per tier; beyond a thousand they are a burden (docs/adr/0011). */
export function* consumerGroups(catalog: Catalog): Iterable<Finding> {
  for (const environment of catalog.environments.values()) {
    if (targetOf(environment.value)?.plugins !== 'native') continue;
    let groups = 0;
    for (const api of catalog.apis.values()) {
      if (isServedIn(api.value, environment.value)) groups += api.value.tiers.length;
    }
    if (groups <= MOST) continue;
    yield {
      code: 'consumer-groups',
      severity: 'warning',
      message: `environment '${environment.name}' needs ${groups} Consumer Groups, one for each tier of each API; more than ${MOST} fit no control plane of Konnect`,
      hint: 'write `plugins: portable` in its gateway, offer fewer tiers per API, or spread the APIs over several environments',
      at: environment.at(['gateway', 'plugins']),
    };
  }
}
