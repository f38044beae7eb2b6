import { type Check, found } from '../check';

export const liveUseCaseWithoutApi: Check<'live-use-case-without-api'> = {
  code: 'live-use-case-without-api',
  severity: 'warning',
  per: 'catalog',
  summary:
    'A use case is live, but one of its APIs is not served in production: it is neither published nor deprecated.',
  rationale: 'the use case cannot be live without it, so the portal would promise something that partners cannot buy',
  fix: 'Publish the API, remove it from the use case, or write another `stage`.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: device-location
lifecycle: preview
---
kind: UseCase
name: safe-transfers
title: Safe transfers
problem: Thieves take over phone numbers to confirm transfers.
apis: [sim-swap, device-location]
partners: [{ partner: acme-bank, anchor: true }]
stage: live
owner: identity-apis
`,
    prefer: `kind: Api
name: device-location
lifecycle: published
---
kind: UseCase
name: safe-transfers
title: Safe transfers
problem: Thieves take over phone numbers to confirm transfers.
apis: [sim-swap, device-location]
partners: [{ partner: acme-bank, anchor: true }]
stage: live
owner: identity-apis
`,
  },
  *find({ catalog }) {
    for (const useCase of catalog.useCases.values()) {
      if (useCase.value.stage !== 'live') continue;
      for (const [index, name] of useCase.value.apis.entries()) {
        const lifecycle = catalog.apis.get(name)?.value.lifecycle;
        if (lifecycle === undefined || lifecycle === 'published' || lifecycle === 'deprecated') continue;
        yield found(
          useCase.at(['apis', index]),
          `use case '${useCase.name}' is live, but its api '${name}' (${lifecycle}) is not served in production`,
          'publish the API, remove it from the use case, or write another `stage`',
        );
      }
    }
  },
};
