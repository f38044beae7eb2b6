import type { Purpose } from '../../../core/model';
import { catalogOf, waysOf } from '../setup/trial';
import type { Way } from '../setup/way';
import { Caller, check, findWay, plainWay, Skipped, type Step, wayName } from './step';

const REFUSED = '403 PERMISSION_DENIED';

/** A subscription opens one API. */
export const otherApi: Step = {
  title: 'an API that the partner did not subscribe to is refused with 403',
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const own = plainWay(trial);
    const other = findWay(
      trial,
      'second API that a token of the issuer opens without mTLS',
      (way) => way.api.name !== own.api.name && !way.partnerSigned && !way.mtls && way.userContext !== 'three-legged',
    );
    const way: Way = { ...other, access: own.access };
    const purpose = other.subscription.purpose?.value;
    const token = await caller.token(own, { scopes: other.scopes, purpose: purpose ?? null });
    check(context, `${own.access.application.id} at ${other.api.name}`, await caller.call(way, { token }), REFUSED);
    check(context, wayName(own), await caller.call(own), 'passes');
  },
};

/** A token opens the operations whose scopes it carries, for the purpose that the application was granted. */
export const scopesAndPurpose: Step = {
  title: 'a token without the scope, or for another purpose, is refused with 403',
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const way = plainWay(trial);
    const purpose = way.subscription.purpose?.value;
    const call = async (what: string, scopes: readonly string[], asked: string | null, expected = REFUSED) => {
      const token = await caller.token(way, { scopes, purpose: asked });
      check(context, what, await caller.call(way, { token }), expected);
    };
    if (purpose === undefined) throw new Skipped(`the subscription of ${way.access.application.id} has no purpose`);
    await call('scope and purpose as granted', way.scopes, purpose, 'passes');
    await call('no scope', [], purpose);
    await call('a scope of another API', otherScopes(waysOf(trial), way), purpose);
    await call('no purpose', way.scopes, null);
    await call('two purposes', [...way.scopes, ...other(purposesOf(trial, way, true), purpose)], purpose);
    for (const one of other(purposesOf(trial, way, true), purpose))
      await call(`${one}, which the API allows and the application was not granted`, way.scopes, one);
    for (const one of other(purposesOf(trial, way, false), purpose))
      await call(`${one}, which the API does not allow`, way.scopes, one);
  },
};

/** Some APIs need the user, some the application alone. */
export const userContext: Step = {
  title: "a call without the user's token is refused where the API asks for one",
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const way = findWay(
      trial,
      'API that asks for a user, without mTLS',
      (one) => one.userContext === 'three-legged' && !one.mtls && !one.partnerSigned,
    );
    check(context, `${wayName(way)}, with a token of the user`, await caller.call(way), 'passes');
    const alone = await caller.token({ ...way, userContext: 'any' });
    check(
      context,
      `${wayName(way)}, with a token of the application`,
      await caller.call(way, { token: alone }),
      REFUSED,
    );
  },
};

/** The purposes that an API allows, or those that it does not. */
function purposesOf(
  trial: Parameters<typeof catalogOf>[0],
  { subscription }: Way,
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

function otherScopes(ways: readonly Way[], { api }: Way): readonly string[] {
  return ways.find((way) => way.api.name !== api.name)?.scopes ?? [];
}
