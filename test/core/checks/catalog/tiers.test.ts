import { findings } from './table';

const PAID = 'tiers/paid.yaml';
const FREE = 'tiers/free.yaml';

/** Nothing promises a service level, which would require records and metrics. */
const NO_SLA = [
  ['sim-swap.yaml', 'sla: { availability: 99.95%, latency: { p50: 80 ms, p95: 250 ms }, errorRate: 0.1% }\n', ''],
  [PAID, 'sla: { availability: 99.9%, latency: { p50: 100 ms, p95: 250 ms } }\n', ''],
] as const;

describe('a longer window allows no fewer calls than a shorter one:', () =>
  findings([
    [
      'limits of a tier in the wrong order',
      ['error limits-out-of-order'],
      "tier 'free' allows 30 calls in a minute, fewer than the 31 in a second; raise 'minute' to at least 31, or lower 'second' to at most 30",
      [[FREE, '{ second: 1, minute: 30 }', '{ second: 31, minute: «30 }']],
    ],
    [
      'a quota below a limit',
      ['error limits-out-of-order'],
      'allows 29 calls in a day, fewer than the 30 in a minute',
      [[FREE, 'day: 1000', 'day: «29']],
    ],
    [
      'every window in the wrong order',
      ['error limits-out-of-order', 'error limits-out-of-order'],
      'in a minute',
      [
        [FREE, '{ second: 1, minute: 30 }', '{ second: 2000, minute: «30 }'],
        [FREE, 'day: 1000', 'day: «1000'],
      ],
    ],
    ['equal ones', [], '', [[FREE, '{ second: 1, minute: 30 }', '{ second: 1000, minute: 1000 }']]],
    [
      'a quota below a limit, if calls beyond the quota are billed',
      [],
      '',
      [
        [
          FREE,
          'quota: { day: 1000 }',
          'quota: { day: 29 }\nprice: { overage: bill, items: { calls: { type: calls, flat: 0.01 EUR } } }',
        ],
      ],
    ],
    [
      'an override for an API, merged with the tier',
      ['error limits-out-of-order'],
      "tier 'paid' on api 'sim-swap' allows 600 calls in a minute, fewer than the 700 in a second",
      [[PAID, '{ second: 10 }', '{ second: «700 }']],
    ],
    [
      'an override for an operation, merged with that of the API',
      ['error limits-out-of-order'],
      "on operation 'checkSimSwap' of api 'sim-swap' allows 7 calls in a minute, fewer than the 10 in a second",
      [[PAID, '{ second: 5 }', '{ minute: «7 }']],
    ],
    [
      'limits of a rate limit policy in the wrong order',
      ['error limits-out-of-order'],
      "rate limit policy 'protect-upstream' allows 99 calls in a minute",
      [['policies.yaml', 'minute: 3000', 'minute: «99']],
    ],
    [
      'capacities of an upstream in the wrong order',
      ['error limits-out-of-order'],
      "capacity of api 'sim-swap' in environment 'production' allows 99 calls in a minute",
      [['sim-swap.yaml', 'minute: 5000', 'minute: «99']],
    ],
    [
      'the largest numbers',
      ['error limits-out-of-order'],
      'allows 999999999999 calls in a minute, fewer than the 1000000000000 in a second',
      [['policies.yaml', 'second: 100, minute: 3000', 'second: 1000000000000, minute: «999999999999']],
    ],
  ]));

describe('an override has an effect:', () =>
  findings([
    [
      'a quota for an operation',
      ['error quota-for-operation'],
      "tier 'paid' has a quota for operation 'checkSimSwap' of api 'sim-swap'",
      [[PAID, 'limits: { second: 5 }', '«quota: { day: 5 }']],
    ],
    [
      'an override without limits',
      ['warning override-without-effect'],
      "override of tier 'paid' for api 'sim-swap' changes nothing",
      [[PAID, '  - api: sim-swap\n    limits: { second: 10 }', '  - «api: sim-swap']],
    ],
    [
      'an override for an API that does not offer the tier',
      ['warning override-without-effect'],
      "api 'number-verification' is not offered at tier 'paid'",
      [
        [
          PAID,
          '  - api: sim-swap\n    limits: { second: 10 }',
          '  - api: «number-verification\n    limits: { second: 10 }',
        ],
      ],
    ],
    [
      'two overrides for one API',
      ['error repeated-entry'],
      "api 'sim-swap' is listed twice in the overrides of tier 'paid'; merge the two entries",
      [
        [
          PAID,
          '  - api: sim-swap\n    operation: checkSimSwap\n    limits: { second: 5 }',
          '  - «api: sim-swap\n    limits: { second: 5 }',
        ],
      ],
    ],
  ]));

describe('quotas are not counted locally, and Redis is protected:', () =>
  findings([
    [
      'local counters in a trial environment',
      ['warning local-quota-in-trial'],
      "environment 'sandbox' counts calls on each node separately and loses the counts on a restart, but tier 'free' and tier 'paid' have a daily or monthly quota",
      [
        [
          'environments.yaml',
          "counters: { store: redis, host: redis.sandbox, password: '{vault://env/redis}' }",
          'counters: «{ store: local }',
        ],
      ],
    ],
    [
      'local counters in any other environment',
      ['error local-quota'],
      "environment 'production' counts calls on each node separately",
      [
        [
          'environments.yaml',
          "counters: { store: redis, host: redis.internal, password: '{vault://env/redis}' }",
          'counters: «{ store: local }',
        ],
      ],
    ],
    [
      'local counters for quotas of an API',
      ['error local-quota'],
      "rate limit policy 'protect-upstream' and tier 'paid' have a daily or monthly quota",
      [
        [
          'environments.yaml',
          "counters: { store: redis, host: redis.staging, password: '{vault://env/redis}' }",
          'counters: «{ store: local }',
        ],
        [
          'policies.yaml',
          'limits: { second: 100, minute: 3000 }',
          'limits: { second: 100, minute: 3000 }\nquota: { day: 9999 }',
        ],
        ['tiers/free.yaml', 'quota: { day: 1000 }\n', ''],
      ],
    ],
    [
      'local counters if no tier has a quota',
      [],
      '',
      [
        [
          'environments.yaml',
          "counters: { store: redis, host: redis.staging, password: '{vault://env/redis}' }",
          'counters: { store: local }',
        ],
        [FREE, 'quota: { day: 1000 }\n', ''],
        [PAID, 'quota: { month: 1000000 }\n', ''],
      ],
    ],
    [
      'local counters if no API has a quota',
      ['warning environment-serves-nothing'],
      "environment 'staging' serves nothing",
      [
        ['environments.yaml', 'name: staging', 'name: «staging'],
        [
          'environments.yaml',
          "counters: { store: redis, host: redis.staging, password: '{vault://env/redis}' }",
          'counters: { store: local }',
        ],
        ['sim-swap.yaml', "  staging: { url: 'https://sim-swap.staging' }\n", ''],
      ],
    ],
    [
      'local counters if the quota of each tier is billed and not enforced',
      [],
      '',
      [
        [
          'environments.yaml',
          "counters: { store: redis, host: redis.staging, password: '{vault://env/redis}' }",
          'counters: { store: local }',
        ],
        [FREE, 'quota: { day: 1000 }\n', ''],
        [PAID, 'sla: {', 'price: { overage: bill, items: { calls: { type: calls, flat: 0.01 EUR } } }\nsla: {'],
      ],
    ],
    [
      'local counters for a draft tier',
      [],
      '',
      [
        [
          'environments.yaml',
          "counters: { store: redis, host: redis.staging, password: '{vault://env/redis}' }",
          'counters: { store: local }',
        ],
        [FREE, 'quota: { day: 1000 }\n', ''],
        [PAID, 'status: active', 'status: draft'],
        ['acme-bank.yaml', '        start: 2026-02-01\n', '        environments: [sandbox]\n'],
      ],
    ],
    [
      'Redis without a password',
      ['warning unprotected-redis'],
      "environment 'production' uses Redis without a password",
      [
        [
          'environments.yaml',
          "{ store: redis, host: redis.internal, password: '{vault://env/redis}' }",
          '«{ store: redis, host: redis.internal }',
        ],
      ],
    ],
    [
      'Redis without TLS',
      ['warning unprotected-redis'],
      "environment 'production' uses Redis without TLS",
      [['environments.yaml', 'host: redis.internal,', 'host: redis.internal, tls: «false,']],
    ],
    [
      'Redis without a password and TLS in a trial environment',
      [],
      '',
      [
        [
          'environments.yaml',
          "{ store: redis, host: redis.sandbox, password: '{vault://env/redis}' }",
          '{ store: redis, host: redis.sandbox, tls: false }',
        ],
      ],
    ],
  ]));

describe('active tiers and protecting policies are used:', () =>
  findings([
    [
      'an active tier that no API offers',
      ['warning unused-document'],
      "tier 'paid' is active, but no API is offered at it; add it to the `tiers` of an API, or write `status: archived`",
      [
        ['sim-swap.yaml', 'tiers: [paid, free]', 'tiers: [free]'],
        [PAID, 'name: paid', 'name: «paid'],
        [
          PAID,
          'overrides:\n  - api: sim-swap\n    limits: { second: 10 }\n  - api: sim-swap\n    operation: checkSimSwap\n    limits: { second: 5 }\n',
          '',
        ],
        ['acme-bank.yaml', 'tier: paid', 'tier: free'],
      ],
    ],
    ...(
      [
        ['mtls', 'registered-certificate', []],
        ['rateLimit', 'protect-upstream', []],
        ['audit', 'standard-audit', NO_SLA],
      ] as const
    ).map(
      ([field, name, further]) =>
        [
          `an unused policy that protects: ${name}`,
          ['warning unused-document'],
          `policy '${name}' is not used by any API; write \`${field}: ${name}\``,
          [
            ['sim-swap.yaml', `  ${field}: ${name}\n`, ''],
            ['policies.yaml', `name: ${name}`, `name: «${name}`],
            ...further,
          ],
        ] as const,
    ),
    [
      'an unused policy that does not protect, such as one for metrics',
      [],
      '',
      [['sim-swap.yaml', '  metrics: standard-metrics\n', ''], ...NO_SLA],
    ],
  ]));
