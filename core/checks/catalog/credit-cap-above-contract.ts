import type { Entry, Partner } from '../../model';
import { comparePercents, contractVersion } from '../../model';
import { groupBy } from '../../model/base/group-by';
import { type Check, found } from '../check';
import type { CheckInput } from '../input';
import { groupsOf, ownerOf, positionBelow, promisedField } from './shared/deciding-slas';
import { listSome } from './shared/list-some';
import { type SlaPromise, slaPromises } from './shared/sla-promises';

export const creditCapAboveContract: Check<'credit-cap-above-contract'> = {
  code: 'credit-cap-above-contract',
  severity: 'error',
  per: 'catalog',
  summary: 'The cap of service credits is higher than the contract of a partner that has them allows.',
  rationale: 'the tier and the contract contradict each other about what the partner gets back',
  fix: 'Lower `cap`, or raise `caps.credits` in a new version of the contract template.',
  details: 'A partner has the credits of a tier if it subscribes to an API at that tier.',
  waivable: true,
  examples: {
    avoid: `kind: ContractTemplate
name: standard # the contract of acme-bank, which subscribes at tier 'paid'
versions: { 2.1.0: { caps: { credits: 25% } } }
---
kind: Tier
name: paid
sla: { credits: { steps: [{ below: 99.9%, credit: 10% }], cap: 50% } }
`,
    prefer: `kind: ContractTemplate
name: standard
versions: { 2.1.0: { caps: { credits: 25% } } }
---
kind: Tier
name: paid
sla: { credits: { steps: [{ below: 99.9%, credit: 10% }], cap: 25% } }
`,
  },
  *find(input) {
    const { catalog, asOf } = input;
    const promises = slaPromises(catalog, asOf).filter(({ partner, sla }) => !partner || sla.credits);
    for (const group of groupsOf(promisedField(promises, 'credits'), ({ origin, promise }) => [
      origin,
      promise.owner,
    ])) {
      const [{ promise, field, origin }] = group;
      const at = positionBelow(catalog, origin, ['cap']);
      const apis = new Set(group.map(({ api }) => api.name));
      const contracts = buyersOf(promise, promises, apis, input).flatMap((partner) => {
        const version = contractVersion(catalog.contractTemplates, partner.value);
        const allowed = version?.value.caps?.credits;
        if (!version || allowed === undefined || comparePercents(field.value.cap, allowed) <= 0) return [];
        return [{ partner, allowed, contract: `contract template '${version.template.name}' ${version.version}` }];
      });
      for (const [contract, [first, ...others]] of groupBy(contracts, (one) => one.contract)) {
        if (!at || !first) continue;
        const partners = listSome([first, ...others].map(({ partner }) => `partner '${partner.name}'`));
        yield found(
          at,
          `credits of ${ownerOf(origin, promise)} reach ${field.value.cap} of the charges of a month, but ${contract} of ${partners} allows ${first.allowed}`,
          `write '${first.allowed}' here, or raise \`caps.credits\` in a new version of the contract template`,
        );
      }
    }
  },
};

/** The partners that have the credits of a promise for one of some APIs. */
function buyersOf(
  promise: SlaPromise,
  promises: readonly SlaPromise[],
  apis: ReadonlySet<string>,
  { subscriptions }: CheckInput,
): readonly Entry<Partner>[] {
  if (promise.partner) return [promise.partner];
  const deviating = new Set(
    promises.flatMap(({ tier, partner }) => (partner && tier === promise.tier ? [partner] : [])),
  );
  const buyers = subscriptions.flatMap(({ application, tier, value, environments }) =>
    tier === promise.tier && apis.has(value.api) && environments.length > 0 ? [application.partner] : [],
  );
  return [...new Set(buyers)].filter((partner) => !deviating.has(partner));
}
