import { routeName } from '../../../core/model/routes';
import { counterLines, countOneCall } from '../call-counter';
import type { Grant } from '../setup/grant';
import { grantsOf } from '../setup/trial';
import { Caller, expectReply, expectThat, grantName, Skipped, type Step } from './step';

/** Counters for service levels. Kong keeps the counts of earlier runs, so the step compares them before and after a call. */
export const metrics: Step = {
  title: 'counts one call in the metrics of its service, route, application and code',
  async run(context) {
    const { trial, note } = context;
    const read = async () => (await trial.admin.request('/metrics')).body;
    if ((await trial.admin.request('/metrics')).status === 404)
      throw new Skipped('the Admin API has no /metrics; use the Status API of the gateway');
    const grants = grantsOf(trial).filter((one) => !one.mtls && !one.partnerSigned && isEnabled(one, 'status'));
    const grant = grants.find((one) => isEnabled(one, 'perConsumer')) ?? grants[0];
    if (!grant) throw new Skipped('no API without mTLS counts its calls by status');
    const caller = new Caller(trial);
    const token = await caller.token(grant);
    const first = await caller.call(grant, { token });
    expectReply(context, grantName(grant), first, 'passes');
    const labels = {
      service: grant.api.name,
      route: routeName(grant.api.name, grant.operation),
      code: String(first.status),
      consumer: isEnabled(grant, 'perConsumer') ? grant.access.application.id : '',
    };
    const call = async () => expectReply(context, 'another call', await caller.call(grant, { token }), 'passes');
    const { before, after } = await countOneCall({ read, call, labels });
    for (const line of counterLines(await read(), labels)) note(line);
    expectThat(after === before + 1, `the gateway counted ${before} calls before one call and ${after} after it`);
  },
};

function isEnabled({ subscription }: Grant, field: 'status' | 'perConsumer'): boolean {
  return subscription.offer.policies.metrics?.value[field] ?? false;
}
