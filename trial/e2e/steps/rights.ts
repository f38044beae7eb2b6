import type { Purpose } from '../../../core/model';
import type { Grant } from '../setup/grant';
import { catalogOf, grantsOf } from '../setup/trial';
import { Caller, expectReply, findGrant, grantName, plainGrant, Skipped, type Step } from './step';

const REFUSED = '403 PERMISSION_DENIED';

/** A subscription grants access to one API only. */
export const otherApi: Step = {
  title: 'refuses calls to an API without a subscription with 403',
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const own = plainGrant(trial);
    const other = findGrant(
      trial,
      'second API with tokens of the issuer and without mTLS',
      (grant) =>
        grant.api.name !== own.api.name && !grant.partnerSigned && !grant.mtls && grant.userContext !== 'three-legged',
    );
    const grant: Grant = { ...other, access: own.access };
    const purpose = other.subscription.purpose?.value;
    const token = await caller.token(own, { scopes: other.scopes, purpose: purpose ?? null });
    expectReply(
      context,
      `${own.access.application.id} at ${other.api.name}`,
      await caller.call(grant, { token }),
      REFUSED,
    );
    expectReply(context, grantName(own), await caller.call(own), 'passes');
  },
};

/** A token must carry the scopes of the operation, and the purpose of the subscription. */
export const scopesAndPurpose: Step = {
  title: 'refuses a token without the scope or with another purpose with 403',
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    const purpose = grant.subscription.purpose?.value;
    const call = async (
      description: string,
      scopes: readonly string[],
      requested: string | null,
      expected = REFUSED,
    ) => {
      const token = await caller.token(grant, { scopes, purpose: requested });
      expectReply(context, description, await caller.call(grant, { token }), expected);
    };
    if (purpose === undefined) throw new Skipped(`the subscription of ${grant.access.application.id} has no purpose`);
    await call('scope and purpose as granted', grant.scopes, purpose, 'passes');
    await call('no scope', [], purpose);
    await call('a scope of another API', otherScopes(grantsOf(trial), grant), purpose);
    await call('no purpose', grant.scopes, null);
    await call('two purposes', [...grant.scopes, ...other(purposesOf(trial, grant, true), purpose)], purpose);
    for (const one of other(purposesOf(trial, grant, true), purpose))
      await call(`${one}, which the API allows and the application was not granted`, grant.scopes, one);
    for (const one of other(purposesOf(trial, grant, false), purpose))
      await call(`${one}, which the API does not allow`, grant.scopes, one);
  },
};

/** Some APIs require a token of a user. */
export const userContext: Step = {
  title: 'refuses a token without a user if the API requires one',
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const grant = findGrant(
      trial,
      'API without mTLS that requires a user',
      (one) => one.userContext === 'three-legged' && !one.mtls && !one.partnerSigned,
    );
    expectReply(context, `${grantName(grant)}, with a token of the user`, await caller.call(grant), 'passes');
    const clientOnly = await caller.token({ ...grant, userContext: 'any' });
    expectReply(
      context,
      `${grantName(grant)}, with a token of the application`,
      await caller.call(grant, { token: clientOnly }),
      REFUSED,
    );
  },
};

/** The purposes that an API allows, or all others of the catalog. */
function purposesOf(
  trial: Parameters<typeof catalogOf>[0],
  { subscription }: Grant,
  allowed: boolean,
): readonly string[] {
  const own = subscription.offer.purpose.allowed?.value ?? [];
  if (allowed) return own;
  return [...catalogOf(trial).policies.consent.values()]
    .flatMap(({ value }) => value.purposes)
    .filter((purpose) => !own.includes(purpose as Purpose));
}

/** One purpose other than the given one, if there is any. */
function other(purposes: readonly string[], purpose: string): readonly string[] {
  return purposes.filter((one) => one !== purpose).slice(0, 1);
}

function otherScopes(grants: readonly Grant[], { api }: Grant): readonly string[] {
  return grants.find((grant) => grant.api.name !== api.name)?.scopes ?? [];
}
