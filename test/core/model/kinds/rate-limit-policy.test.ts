import { kindTable } from './kind-table';

const FULL = `kind: RateLimitPolicy
name: protect-upstream
title: Protect the upstream
description: For all callers together.
labels: { team: platform }
limits: { second: 200, minute: 6000, hour: 100000 }
quota: { day: 1000000, month: 20000000 }
failure: open
`;

const LEAST = 'kind: RateLimitPolicy\nname: a\ntitle: A\nlimits: { minute: 1 }\n';

kindTable('RateLimitPolicy', { 'with everything': FULL, 'with the least': LEAST }, [
  ['an unknown window', 'second: 200', 'seconds: 200', '6:11 unknown-field'],
  ['a limit of nothing', 'second: 200', 'second: 0', '6:19 out-of-range'],
  ['a limit that is empty', 'second: 200', 'second:', '6:18 wrong-type'],
  ['an empty map of limits', '{ second: 200, minute: 6000, hour: 100000 }', '{}', '6:9 too-short'],
  ['limits as number', '{ second: 200, minute: 6000, hour: 100000 }', '200', '6:9 wrong-type'],
  ['a quota per year', 'day: 1000000', 'year: 1000000', '7:10 unknown-field'],
  ['an unknown failure mode', 'failure: open', 'failure: allow', '8:10 not-allowed-value'],
  ['a failure mode in another case', 'failure: open', 'failure: Open', '8:10 not-allowed-value'],
]);
