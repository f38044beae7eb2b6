import { applicationWords } from '../entries';
import { type Check, error } from './check';

/** Who calls an API with personal data says for which purpose, and on which legal basis; with a consent policy, the purpose. */
export const purposeMissing: Check = {
  code: 'purpose-missing',
  *find({ subscriptions }) {
    for (const { application, value, api, at } of subscriptions) {
      if (!api) continue;
      const { personalData, policies } = api.value;
      const missing: string[] = [];
      if ((personalData || policies.consent !== undefined) && value.purpose === undefined) missing.push('`purpose`');
      if (personalData && value.legalBasis === undefined) missing.push('`legalBasis`');
      if (missing.length === 0) continue;
      const why = personalData ? 'which touches personal data' : 'which has a consent policy';
      yield error(
        at(),
        `${applicationWords(application)} subscribes to api '${api.name}', ${why}, without ${missing.join(' and ')}`,
        `add ${missing.join(' and ')}, such as dpv:FraudPreventionAndDetection${personalData ? ' and dpv:LegitimateInterest' : ''}`,
      );
    }
  },
};
