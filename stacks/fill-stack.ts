import { CatalogApi, EnvironmentBasics, PartnerApplications, PartnerTier } from '../constructs';
import type { CellContents } from '../core/desired';
import type { EnvironmentStack } from './environment-stack';

/**
 * Adds the constructs of a cell to its stack. Their ids have prefixes, because the construct tree considers names of members that every
 * object has, such as `constructor`, to be in use.
 */
export function fillStack(stack: EnvironmentStack, contents: CellContents): void {
  switch (contents.kind) {
    case 'global':
      new EnvironmentBasics(stack, 'basics', contents.basics);
      break;
    case 'domain':
      for (const props of contents.apis) {
        const { name } = props.api;
        new CatalogApi(stack, `api-${name}`, props);
        for (const tier of props.tiers) new PartnerTier(stack, `tier-${name}_${tier.name}`, { ...props, tier });
      }
      break;
    case 'partners':
      for (const props of contents.partners) new PartnerApplications(stack, `partner-${props.partner.name}`, props);
  }
}
