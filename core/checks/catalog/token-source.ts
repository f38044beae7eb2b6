import type { Entry, TokenPolicy } from '../../model';
import { type Check, error, type Found } from './check';

/**
 * An identity provider has an issuer and one source of keys in each environment; partners who sign for themselves have their keys
 * in their applications, and no user stands behind their tokens.
 */
export const tokenSource: Check = {
  code: 'token-source',
  *find({ catalog }) {
    for (const policy of catalog.policies.token.values()) {
      yield* policy.value.signedBy === 'idp' ? ofProvider(policy) : ofPartners(policy);
    }
  },
};

function* ofProvider(policy: Entry<TokenPolicy>): Iterable<Found> {
  for (const [environment, { issuer, jwksUri, keys }] of Object.entries(policy.value.environments)) {
    const words = `token policy '${policy.name}' in environment '${environment}'`;
    const at = policy.at(['environments', environment], 'key');
    if (issuer === undefined) {
      yield error(at, `${words} has no issuer`, "add `issuer`, the value that the provider's tokens have in 'iss'");
    }
    if (jwksUri === undefined && keys === undefined) {
      yield error(at, `${words} has no keys of the issuer`, 'add `jwksUri` (an address), or `keys` (written here)');
    }
    if (jwksUri !== undefined && keys !== undefined) {
      yield error(
        policy.at(['environments', environment, 'keys'], 'key'),
        `${words} has both \`jwksUri\` and \`keys\``,
        'keep one of them',
      );
    }
  }
}

function* ofPartners(policy: Entry<TokenPolicy>): Iterable<Found> {
  for (const [environment, settings] of Object.entries(policy.value.environments)) {
    for (const field of ['issuer', 'jwksUri', 'keys'] as const) {
      if (settings[field] === undefined) continue;
      yield error(
        policy.at(['environments', environment, field], 'key'),
        `token policy '${policy.name}' is for tokens that partners sign, but has \`${field}\` in environment '${environment}'`,
        `take \`${field}\` out: issuer and keys are those of each application; or write \`signedBy: idp\``,
      );
    }
  }
  if (policy.value.threeLegged !== undefined) {
    yield error(
      policy.at(['threeLegged'], 'key'),
      `token policy '${policy.name}' is for tokens that partners sign: no user stands behind them`,
      'take `threeLegged` out; a partner could claim any user',
    );
  }
}
