import { targetOf } from '../../../policies';
import { supportedGateways } from '../../../policies/target/target';
import type { Catalog, Finding } from '../../model';

/** Every environment's gateway is one that settings are written for. */
export function* gatewayVersion(catalog: Catalog): Iterable<Finding> {
  for (const environment of catalog.environments.values()) {
    if (targetOf(environment.value)) continue;
    const { edition, version } = environment.value.gateway;
    yield {
      code: 'gateway-version',
      severity: 'error',
      message: `environment '${environment.name}' has gateway '${edition} ${version}', for which no settings are known`,
      hint: `supported are ${supportedGateways()}`,
      at: environment.at(['gateway', 'version']),
    };
  }
}
