import type { Purpose } from '../../../core/model';
import type { Grant } from '../setup/grant';
import { catalogOf, grantsOf } from '../setup/trial';
import { Caller, expectReply, findGrant, grantName, plainGrant, Skipped, type Step } from './step';

const REFUSED = '403 PERMISSION_DENIED';

/** A subscription opens one API. */
export const otherApi: Step = {
  title: 'an API that the partner did not subscribe to is refused with 403',
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const own = plainGrant(trial);
    const other = findGrant(
      trial,
      'second API that a token of the issuer opens without mTLS',
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

/** A token opens the operations whose scopes it carries, for the purpose that the application was granted. */
export const scopesAndPurpose: Step = {
  title: 'a token without the scope, or for another purpose, is refused with 403',
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    const purpose = grant.subscription.purpose?.value;
    const call = async (what: string, scopes: readonly string[], asked: string | null, expected = REFUSED) => {
      const token = await caller.token(grant, { scopes, purpose: asked });
      expectReply(context, what, await caller.call(grant, { token }), expected);
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

/** Some APIs need the user, some the application alone. */
export const userContext: Step = {
  title: "a call without the user's token is refused where the API asks for one",
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const grant = findGrant(
      trial,
      'API that asks for a user, without mTLS',
      (one) => one.userContext === 'three-legged' && !one.mtls && !one.partnerSigned,
    );
    expectReply(context, `${grantName(grant)}, with a token of the user`, await caller.call(grant), 'passes');
    const alone = await caller.token({ ...grant, userContext: 'any' });
    expectReply(
      context,
      `${grantName(grant)}, with a token of the application`,
      await caller.call(grant, { token: alone }),
      REFUSED,
    );
  },
};

/** The purposes that an API allows, or those that it does not. */
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

/** One that is not the given one, if there is any. */
function other(purposes: readonly string[], purpose: string): readonly string[] {
  return purposes.filter((one) => one !== purpose).slice(0, 1);
}

function otherScopes(grants: readonly Grant[], { api }: Grant): readonly string[] {
  return grants.find((grant) => grant.api.name !== api.name)?.scopes ?? [];
}
