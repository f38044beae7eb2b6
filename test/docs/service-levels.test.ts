import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { durationMs, percentMillionths, type Sla } from '../../core/model';
import { LATENCY_BUCKETS_MS, nearestBuckets } from '../../policies/metrics/latency-buckets';
import { ROOT } from '../cli/workspace';
import { loadFiles } from '../support/catalog';

const PAGE = readFileSync(path.join(ROOT, 'docs/service-levels.md'), 'utf8');
const EXAMPLE = /```yaml\n(.*?)```/s.exec(PAGE)?.[1] ?? '';
const { sla: SLA } = parse(EXAMPLE) as { readonly sla: Sla };

/** 100 % in millionths of a percent. */
const ALL = percentMillionths('100%');

/** The rows of the table with a header cell, without their outer bars. */
function tableAfter(header: string): readonly (readonly string[])[] {
  const [, after = ''] = PAGE.split(`\n| ${header} |`);
  const rows = after.split('\n').slice(2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end < 0 ? undefined : end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** An exact fraction with a number of digits after the point, rounded down. */
function decimal(numerator: bigint, denominator: bigint, digits: number): string {
  const scaled = (numerator * 10n ** BigInt(digits)) / denominator;
  const text = String(scaled).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

test('the example is valid', () => {
  const tier = `kind: Tier\nname: paid\ntitle: Paid\nstatus: draft\nversion: 1.0.0\nlimits: { second: 1 }\n${EXAMPLE}`;
  expect(loadFiles({ 'tier.yaml': tier }).findings.filter(({ at }) => at.file.endsWith('tier.yaml'))).toEqual([]);
});

test('the table of minutes is right for months of 28, 30 and 31 days', () => {
  const rows = tableAfter('Availability');
  expect(rows).toHaveLength(5);
  for (const [availability = '', ...minutes] of rows) {
    const expected = [28, 30, 31].map((days) => {
      const exact = decimal(BigInt(days * 24 * 60) * BigInt(ALL - percentMillionths(availability)), BigInt(ALL), 6);
      return exact.replace(/\.?0+$/, '');
    });
    expect([availability, ...minutes]).toEqual([availability, ...expected]);
  }
});

test('the table of credits follows from the steps, the cap and the charges', () => {
  const rows = tableAfter('Bad minutes of 43,200');
  expect(rows.length).toBeGreaterThan(3);
  const { steps = [], cap = '' } = SLA.credits ?? {};
  for (const [bad = '', ...cells] of rows) {
    const good = BigInt(43_200 - Number(bad));
    const applying = steps.filter(({ below }) => good * BigInt(ALL) < BigInt(percentMillionths(below)) * 43_200n);
    const credit = Math.min(percentMillionths(applying.at(-1)?.credit ?? '0%'), percentMillionths(cap));
    expect([bad, ...cells]).toEqual([
      bad,
      `${decimal(good * 100n, 43_200n, 3)}%`,
      `${credit / percentMillionths('1%')}%`,
      `${decimal(2_000n * BigInt(credit), BigInt(ALL), 2)} EUR`,
    ]);
  }
});

test('the sentence about maintenance counts the minutes that are left', () => {
  const { perMonth = '' } = SLA.exclusions?.maintenance ?? {};
  const left = (30 * durationMs('1 day') - durationMs(perMonth)) / durationMs('1 minute');
  expect(PAGE.replace(/\s+/g, ' ')).toContain(
    `with ${perMonth} of announced maintenance has ${left.toLocaleString('en-US')} minutes that count`,
  );
});

test('the bounds are those of the metrics, and the table shows which one alerts use', () => {
  expect(PAGE).toContain(`\n${LATENCY_BUCKETS_MS.join(', ')}\n`);
  const rows = tableAfter('Promise');
  expect(rows.length).toBeGreaterThan(5);
  for (const [promise = '', used] of rows) {
    const { lower } = nearestBuckets(durationMs(promise));
    expect([promise, used]).toEqual([promise, lower === undefined ? 'no alert' : `${lower} ms`]);
  }
});
