import { targetOf } from '../../../policies';
import { supportedGateways } from '../../../policies/target/target';
import { type DocumentCheck, found } from '../check';

export const unsupportedGatewayVersion: DocumentCheck<'Environment', 'unsupported-gateway-version'> = {
  code: 'unsupported-gateway-version',
  severity: 'error',
  per: 'document',
  kinds: ['Environment'],
  summary: 'An environment has an edition and version of Kong that Gatewright does not support.',
  rationale: 'attributes and defaults differ between versions, so Gatewright could write wrong Terraform for this one',
  fix: 'Upgrade the gateway to a supported version, or correct `version` if it is not the one that runs there. [Editions](editions.md) lists the versions.',
  waivable: false,
  examples: {
    avoid: `kind: Environment
name: sandbox
gateway: { edition: oss, version: '3.4' }
`,
    prefer: `kind: Environment
name: sandbox
gateway: { edition: oss, version: '3.9' }
`,
  },
  *find(environment) {
    if (targetOf(environment.value)) return;
    const { edition, version } = environment.value.gateway;
    yield found(
      environment.at(['gateway', 'version']),
      `gateway '${edition} ${version}' of environment '${environment.name}' is not supported`,
      `supported gateways are: ${supportedGateways()}`,
    );
  },
};
