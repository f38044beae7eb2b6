import { type Check, error } from './check';

/** An API that touches personal data has a consent policy. */
export const consentMissing: Check = {
  code: 'consent-missing',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const { personalData, policies, lifecycle } = api.value;
      if (!personalData || policies.consent !== undefined || lifecycle === 'draft' || lifecycle === 'retired') continue;
      yield error(
        api.at(['personalData']),
        `api '${api.name}' touches personal data, but has no consent policy`,
        'add `policies.consent` with the name of a ConsentPolicy, or write `personalData: false` if it touches none',
      );
    }
  },
};
