import type { Json } from '../../../core/model';
import { jsonOf } from '../../client/request';
import { stubResponses } from '../../upstream-stub/responses';
import type { Grant } from '../setup/grant';
import { grantsOf, type Trial } from '../setup/trial';
import {
  Caller,
  expectReply,
  expectThat,
  grantName,
  pathOf,
  Skipped,
  type Step,
  statusAndCode,
  waitUntil,
} from './step';

/** The masking policy removes fields from the responses to some callers, and not to others. */
export const masking: Step = {
  title: 'removes masked fields, only for callers whose responses are masked',
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const grants = grantsOf(trial).filter(({ api, mtls }) => api.value.policies.masking !== undefined && !mtls);
    const masked = grants.find((grant) => maskedPaths(trial, grant).length > 0);
    if (!masked) throw new Skipped('the catalog masks no response of an API without mTLS');
    const paths = maskedPaths(trial, masked);
    const original = upstreamResponse(trial, masked);
    for (const path of paths)
      expectThat(at(original, path) !== undefined, `the upstream does not send ${path.join('.')}`);
    const open = grants.find((grant) => grant.api.name === masked.api.name && maskedPaths(trial, grant).length === 0);
    if (open) {
      const whole = await caller.call(open);
      expectReply(context, `${grantName(open)}, whose responses are not masked`, whole, 'passes');
      const visible = paths.filter((path) => at(jsonOf(whole) as Json, path) !== undefined);
      if (visible.length < paths.length && !trial.components.upstream)
        throw new Skipped('the upstream does not respond with the examples of this catalog');
      expectThat(visible.length === paths.length, 'fields are missing for a caller whose responses are not masked');
    }
    const reply = await caller.call(masked);
    expectReply(context, grantName(masked), reply, 'passes');
    note(reply.body.trim());
    const received = jsonOf(reply) as Json;
    for (const path of paths) expectThat(at(received, path) === undefined, `${path.join('.')} is not removed`);
    const unreadable = masked.subscription.offer.policies.masking?.value.unreadable;
    const compressed = await caller.call(masked, { headers: { 'x-stub-encoding': 'gzip' } });
    note(`a response that is compressed regardless of accept-encoding → ${statusAndCode(compressed)}`);
    expectThat(
      compressed.status === (unreadable === 'pass' ? 200 : 502),
      'the policy was not applied to an unreadable response',
    );
    if (trial.components.upstream) {
      const callBroken = () => caller.call(masked, { headers: { 'x-stub-break': '2' } });
      let broken = await callBroken();
      // The caller's tier may allow only a few calls per second.
      await waitUntil('a call within the limit', 5_000, async () => {
        if (broken.status === 429) broken = await callBroken();
        return broken.status !== 429;
      });
      expectReply(context, 'a response that the upstream breaks off', broken, '502 BAD_GATEWAY');
    }
  },
};

/** Paths of the fields that are removed from the response to a grant; paths with `[*]` are omitted. */
function maskedPaths(trial: Trial, { api, subscription, operation }: Grant): readonly (readonly string[])[] {
  const response = upstreamResponse(trial, { api, operation });
  return (subscription.offer.policies.masking?.value.rules ?? [])
    .filter(({ action }) => action === 'remove')
    .filter(({ tiers }) => tiers?.includes(subscription.tier.name) ?? true)
    .filter(({ purposes }) => purposes?.some((purpose) => purpose === subscription.purpose?.value) ?? true)
    .filter(({ operations }) => operations?.includes(operation.id) ?? true)
    .map(({ path }) => path.slice(2).split('.'))
    .filter((path) => at(response, path) !== undefined);
}

function upstreamResponse({ copy }: Trial, grant: Pick<Grant, 'api' | 'operation'>): Json | undefined {
  const path = pathOf(grant);
  const { method } = grant.operation;
  return stubResponses(copy.folder).find((one) => one.method === method && one.path.test(path))?.body;
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  ) as Json | undefined;
}
