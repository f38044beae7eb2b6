import { type Check, error } from './check';

/** A quota is sold for an API, not for one of its operations. */
export const operationQuota: Check = {
  code: 'operation-quota',
  *find({ catalog }) {
    for (const tier of catalog.tiers.values()) {
      for (const [index, { api, operation, quota }] of (tier.value.overrides ?? []).entries()) {
        if (operation === undefined || !quota) continue;
        yield error(
          tier.at(['overrides', index, 'quota'], 'key'),
          `tier '${tier.name}' has a quota for operation '${operation}' of api '${api}', but quotas are for whole APIs`,
          'move it to an override without `operation`, or write `limits`',
        );
      }
    }
  },
};
