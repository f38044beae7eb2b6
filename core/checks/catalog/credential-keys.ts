import type { Algorithm, ApplicationEntry, Entry, TokenPolicy } from '../../model';
import { describeApplication, getOwn, policyOf, withDefaults } from '../../model';
import { groupBy } from '../../model/base/group-by';
import type { ApplicationKey, CheckInput } from '../input';
import { type Check, error, type Found } from './check';

/** An application that signs its own tokens has keys with which the APIs' token policies agree. */
export const credentialKeys: Check = {
  code: 'credential-keys',
  *find(input) {
    const keys = groupBy(input.applicationKeys, ({ application, environment }) => `${application.id} ${environment}`);
    for (const { application, environment, policies } of signers(input)) {
      const own = keys.get(`${application.id} ${environment}`);
      for (const policy of policies) yield* suits(application, environment, policy, own ?? []);
      yield* accepted(environment, policies, own ?? []);
    }
  },
};

interface Signer {
  readonly application: ApplicationEntry;
  readonly environment: string;
  /** The policies of partner-signed tokens that its subscriptions bring there. */
  readonly policies: Set<Entry<TokenPolicy>>;
}

function signers({ catalog, subscriptions }: CheckInput): Iterable<Signer> {
  const found = new Map<string, Signer>();
  for (const { application, api, environments } of subscriptions) {
    const policy = api && policyOf(catalog, api.value, 'token');
    if (policy?.value.signedBy !== 'partner') continue;
    for (const { name: environment } of environments) {
      const id = `${application.id} ${environment}`;
      const signer = found.get(id) ?? { application, environment, policies: new Set() };
      signer.policies.add(policy);
      found.set(id, signer);
    }
  }
  return found.values();
}

function* suits(
  application: ApplicationEntry,
  environment: string,
  policy: Entry<TokenPolicy>,
  keys: readonly ApplicationKey[],
): Iterable<Found> {
  const path = ['credentials', environment];
  const accepts = `token policy '${policy.name}' accepts ${algorithms(policy).join(', ')}`;
  if (getOwn(application.value.credentials, environment)?.keys === undefined) {
    yield error(
      application.at(path, 'key'),
      `${describeApplication(application)} has no key for environment '${environment}', where it signs its own tokens`,
      `add its public keys under credentials.${environment}.keys; ${accepts}`,
    );
  } else if (keys.every(({ result }) => result.ok && !algorithms(policy).includes(result.algorithm))) {
    yield error(
      application.at([...path, 'keys']),
      `no key of ${describeApplication(application)} for environment '${environment}' suits token policy '${policy.name}'`,
      `${accepts}; register a key for one of them, or write the key's \`algorithm\` if it can be used with one`,
    );
  }
}

/** A key that no policy accepts would still let tokens of its algorithm in. */
function* accepted(
  environment: string,
  policies: ReadonlySet<Entry<TokenPolicy>>,
  keys: readonly ApplicationKey[],
): Iterable<Found> {
  const accept = new Set([...policies].flatMap(algorithms));
  const refused = keys.filter(({ result }) => result.ok && !accept.has(result.algorithm));
  if (refused.length === keys.length) return;
  for (const { label, result, at } of refused) {
    if (!result.ok) continue;
    yield error(
      at(),
      `${label} is for ${result.algorithm}, which no token policy of its APIs in environment '${environment}' accepts`,
      `they accept ${[...accept].join(', ')}; take the key out, or write another \`algorithm\``,
    );
  }
}

function algorithms(policy: Entry<TokenPolicy>): readonly Algorithm[] {
  return withDefaults('TokenPolicy', policy.value).algorithms;
}
