import { routeName } from '../../../core/model/routes';
import { countOne, linesIn } from '../counted';
import { waysOf } from '../setup/trial';
import type { Way } from '../setup/way';
import { Caller, check, expectThat, Skipped, type Step, wayName } from './step';

/** Counters for the service level, by API and application. Kong keeps those of earlier runs, so one call has to add one. */
export const metrics: Step = {
  title: 'one call adds one to the metrics of its service, route, application and code',
  async run(context) {
    const { trial, note } = context;
    const read = async () => (await trial.admin.request('/metrics')).body;
    if ((await trial.admin.request('/metrics')).status === 404)
      throw new Skipped('the Admin API has no /metrics; ask the Status API of the gateway');
    const ways = waysOf(trial).filter((one) => !one.mtls && !one.partnerSigned && chosen(one, 'status'));
    const way = ways.find((one) => chosen(one, 'perConsumer')) ?? ways[0];
    if (!way) throw new Skipped('no API without mTLS counts its calls by status');
    const caller = new Caller(trial);
    const token = await caller.token(way);
    const first = await caller.call(way, { token });
    check(context, wayName(way), first, 'passes');
    const labels = {
      service: way.api.name,
      route: routeName(way.api.name, way.operation),
      code: String(first.status),
      consumer: chosen(way, 'perConsumer') ? way.access.application.id : '',
    };
    const call = async () => check(context, 'one more call', await caller.call(way, { token }), 'passes');
    const { before, after } = await countOne({ read, call, labels });
    for (const line of linesIn(await read(), labels)) note(line);
    expectThat(after === before + 1, `the gateway counted ${before} calls before one call and ${after} after it`);
  },
};

function chosen({ subscription }: Way, field: 'status' | 'perConsumer'): boolean {
  return subscription.offer.policies.metrics?.value[field] ?? false;
}
