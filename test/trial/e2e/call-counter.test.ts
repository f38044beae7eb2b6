import { countCalls, counterLines, countOneCall } from '../../../trial/e2e/call-counter';

const line = (labels: string, count: number) => `kong_http_requests_total{${labels}} ${count}`;
const ours = 'service="places",route="places_get",code="200",source="service",workspace="default",consumer="acme_app"';
const METRICS = `# TYPE kong_http_requests_total counter
${line(ours, 5)}
${line(ours.replace('"service",workspace', '"kong",workspace'), 2)}
${line(ours.replace('200', '403'), 90)}
${line(ours.replace('acme_app', 'acme_app-two'), 70)}
${line(ours.replace('places_get', 'places_put'), 60)}
${line('service="no-service",route="r",code="200",source="kong",workspace="default",consumer=""', 3)}
kong_http_requests_total_more{${ours}} 1000
kong_bandwidth_bytes{service="places",route="places_get",direction="egress",workspace="default",consumer="acme_app"} 400
`;
const LABELS = { service: 'places', route: 'places_get', code: '200', consumer: 'acme_app' };

test('calls are counted by service, route, consumer and code, whatever their source', () => {
  expect(counterLines(METRICS, LABELS)).toHaveLength(2);
  expect(countCalls(METRICS, LABELS)).toBe(7);
  expect(countCalls(METRICS, { ...LABELS, code: '403' })).toBe(90);
  expect(countCalls(METRICS, { ...LABELS, consumer: 'nobody' })).toBe(0);
});

test('a label is compared whole, also where its name ends like another', () => {
  expect(countCalls(line('subservice="places",service="other"', 4), { service: 'places' })).toBe(0);
  expect(countCalls(line('service="say \\"hi\\"",code="200"', 4), { service: 'say "hi"' })).toBe(4);
});

/** A gateway whose counters are at what `counts` says, the last value for ever. */
function gateway(...counts: readonly number[]) {
  let reads = 0;
  const read = async () => line(ours, counts[Math.min(reads++, counts.length - 1)] ?? 0);
  return { read, call: async () => {}, labels: LABELS, patience: { still: 0, after: 20 } };
}

test('a call that is counted is seen', async () => {
  expect(await countOneCall(gateway(40, 40, 41))).toEqual({ before: 40, after: 41 });
});

test('counts of earlier calls that still come in are not taken for it', async () => {
  expect(await countOneCall(gateway(38, 39, 40, 40, 41))).toEqual({ before: 40, after: 41 });
});

test('what earlier runs left is no proof: a gateway that does not count the call is seen', async () => {
  expect(await countOneCall(gateway(40))).toEqual({ before: 40, after: 40 });
});

test('a call that is counted twice is seen', async () => {
  expect(await countOneCall(gateway(40, 40, 41, 42))).toEqual({ before: 40, after: 42 });
});

test('a call that fails ends it', async () => {
  const call = () => Promise.reject(new Error('no answer'));
  await expect(countOneCall({ ...gateway(1), call })).rejects.toThrow('no answer');
});
