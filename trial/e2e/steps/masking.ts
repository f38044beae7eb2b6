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

/** Fields that the masking policy takes away from some callers, and leaves to others. */
export const masking: Step = {
  title: 'masked fields are gone, for those whose answers are masked',
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const grants = grantsOf(trial).filter(({ api, mtls }) => api.value.policies.masking !== undefined && !mtls);
    const masked = grants.find((grant) => maskedPaths(trial, grant).length > 0);
    if (!masked) throw new Skipped('the catalog masks no answer of an API without mTLS');
    const paths = maskedPaths(trial, masked);
    const sent = upstreamAnswer(trial, masked);
    for (const path of paths) expectThat(at(sent, path) !== undefined, `the upstream does not send ${path.join('.')}`);
    const open = grants.find((grant) => grant.api.name === masked.api.name && maskedPaths(trial, grant).length === 0);
    if (open) {
      const whole = await caller.call(open);
      expectReply(context, `${grantName(open)}, whom the policy lets see them`, whole, 'passes');
      const seen = paths.filter((path) => at(jsonOf(whole) as Json, path) !== undefined);
      if (seen.length < paths.length && !trial.components.upstream)
        throw new Skipped('the upstream does not respond with the examples of this catalog');
      expectThat(seen.length === paths.length, 'fields are gone for somebody who may see them');
    }
    const reply = await caller.call(masked);
    expectReply(context, grantName(masked), reply, 'passes');
    note(reply.body.trim());
    const received = jsonOf(reply) as Json;
    for (const path of paths) expectThat(at(received, path) === undefined, `${path.join('.')} is still there`);
    const unreadable = masked.subscription.offer.policies.masking?.value.unreadable;
    const compressed = await caller.call(masked, { headers: { 'x-stub-encoding': 'gzip' } });
    note(`an answer that is compressed all the same → ${statusAndCode(compressed)}`);
    expectThat(
      compressed.status === (unreadable === 'pass' ? 200 : 502),
      'an answer that cannot be read was not treated as the policy says',
    );
    if (trial.components.upstream) {
      const breakOff = () => caller.call(masked, { headers: { 'x-stub-break': '2' } });
      let broken = await breakOff();
      // The caller's tier may allow few calls in one second.
      await waitUntil('a call within the limit', 5_000, async () => {
        if (broken.status === 429) broken = await breakOff();
        return broken.status !== 429;
      });
      expectReply(context, 'an answer that the upstream breaks off', broken, '502 BAD_GATEWAY');
    }
  },
};

/** Paths of fields that are removed from an answer to a grant; paths with `[*]` are left out. */
function maskedPaths(trial: Trial, { api, subscription, operation }: Grant): readonly (readonly string[])[] {
  const answer = upstreamAnswer(trial, { api, operation });
  return (subscription.offer.policies.masking?.value.rules ?? [])
    .filter(({ action }) => action === 'remove')
    .filter(({ tiers }) => tiers?.includes(subscription.tier.name) ?? true)
    .filter(({ purposes }) => purposes?.some((purpose) => purpose === subscription.purpose?.value) ?? true)
    .filter(({ operations }) => operations?.includes(operation.id) ?? true)
    .map(({ path }) => path.slice(2).split('.'))
    .filter((path) => at(answer, path) !== undefined);
}

function upstreamAnswer({ copy }: Trial, grant: Pick<Grant, 'api' | 'operation'>): Json | undefined {
  const path = pathOf(grant);
  const { method } = grant.operation;
  return stubResponses(copy.folder).find((one) => one.method === method && one.path.test(path))?.body;
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<unknown>(
    (inner, word) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[word] : undefined,
    value,
  ) as Json | undefined;
}
