import { countCalls, counterLines, countOneCall } from '../../../trial/e2e/call-counter';

const line = (labels: string, count: number) => `kong_http_requests_total{${labels}} ${count}`;
const MATCHING =
  'service="places",route="places_get",code="200",source="service",workspace="default",consumer="acme_app"';
const METRICS = `# TYPE kong_http_requests_total counter
${line(MATCHING, 5)}
${line(MATCHING.replace('"service",workspace', '"kong",workspace'), 2)}
${line(MATCHING.replace('200', '403'), 90)}
${line(MATCHING.replace('acme_app', 'acme_app-two'), 70)}
${line(MATCHING.replace('places_get', 'places_put'), 60)}
${line('service="no-service",route="r",code="200",source="kong",workspace="default",consumer=""', 3)}
kong_http_requests_total_more{${MATCHING}} 1000
kong_bandwidth_bytes{service="places",route="places_get",direction="egress",workspace="default",consumer="acme_app"} 400
`;
const LABELS = { service: 'places', route: 'places_get', code: '200', consumer: 'acme_app' };

test('counts calls by service, route, consumer and code, regardless of their source', () => {
  expect(counterLines(METRICS, LABELS)).toHaveLength(2);
  expect(countCalls(METRICS, LABELS)).toBe(7);
  expect(countCalls(METRICS, { ...LABELS, code: '403' })).toBe(90);
  expect(countCalls(METRICS, { ...LABELS, consumer: 'nobody' })).toBe(0);
});

test('compares the whole name and value of a label', () => {
  expect(countCalls(line('subservice="places",service="other"', 4), { service: 'places' })).toBe(0);
  expect(countCalls(line('service="say \\"hi\\"",code="200"', 4), { service: 'say "hi"' })).toBe(4);
});

/** A gateway whose counter has these values, one for each read; the last one repeats. */
function gateway(...counts: readonly number[]) {
  let reads = 0;
  const read = async () => line(MATCHING, counts[Math.min(reads++, counts.length - 1)] ?? 0);
  return { read, call: async () => {}, labels: LABELS, waits: { stableMs: 0, changeMs: 20 } };
}

test('sees a call that is counted', async () => {
  expect(await countOneCall(gateway(40, 40, 41))).toEqual({ before: 40, after: 41 });
});

test('waits until earlier calls are counted', async () => {
  expect(await countOneCall(gateway(38, 39, 40, 40, 41))).toEqual({ before: 40, after: 41 });
});

test('sees that the gateway does not count the call, even if it counted earlier ones', async () => {
  expect(await countOneCall(gateway(40))).toEqual({ before: 40, after: 40 });
});

test('sees a call that is counted twice', async () => {
  expect(await countOneCall(gateway(40, 40, 41, 42))).toEqual({ before: 40, after: 42 });
});

test('fails if the call fails', async () => {
  const call = () => Promise.reject(new Error('no answer'));
  await expect(countOneCall({ ...gateway(1), call })).rejects.toThrow('no answer');
});
