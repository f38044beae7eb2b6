import { describeApplication, publicKey } from '../../model';
import { type Check, warning } from './check';

/** The id of an application's key is its thumbprint: tokens name the key by that, and another id has no effect. */
export const keyId: Check = {
  code: 'key-id',
  *find({ catalog }) {
    for (const application of catalog.applications.values()) {
      for (const [environment, { keys = [] }] of Object.entries(application.value.credentials ?? {})) {
        for (const [index, source] of keys.entries()) {
          const key = publicKey(source);
          const kid = 'jwk' in source ? source.jwk.kid : undefined;
          if (!key.ok || kid === undefined || kid === key.thumbprint) continue;
          yield warning(
            application.at(['credentials', environment, 'keys', index, 'jwk', 'kid']),
            `\`kid\` of key ${index + 1} of ${describeApplication(application)} for environment '${environment}' has no effect: tokens name the key by its RFC 7638 thumbprint`,
            `take it out, or write \`kid: ${key.thumbprint}\`, which the partner has to put into the 'kid' of its tokens' headers`,
          );
        }
      }
    }
  },
};
