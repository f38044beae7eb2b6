import { type Check, found } from '../check';
import { limitationsOf } from './limitations';

export const redisCertificateName: Check<'redis-certificate-name'> = {
  code: 'redis-certificate-name',
  severity: 'error',
  per: 'catalog',
  summary: 'An environment uses Redis with TLS, and the certificate is compared with an IP address.',
  rationale: "Kong compares certificates with names only, so it would reject Redis's certificate and count nothing",
  fix: "Write the name of the host, or the name in Redis's certificate as `serverName`.",
  details: 'Without TLS an address is fine.',
  waivable: false,
  examples: {
    avoid: `kind: Environment
name: sandbox
counters: { host: 10.0.0.5, tls: true }
`,
    prefer: `kind: Environment
name: sandbox
counters: { host: 10.0.0.5, tls: true, serverName: redis.internal }
`,
  },
  *find({ catalog }) {
    for (const { environment, path, value, at } of limitationsOf(catalog, 'redis-certificate-name')) {
      const isHost = path.at(-1) === 'host';
      yield found(
        at,
        isHost
          ? `environment '${environment}' uses Redis with TLS at the address '${value}'; Kong compares certificates only with host names`
          : `environment '${environment}' expects the address '${value}' in the certificate of Redis; Kong compares certificates only with host names`,
        isHost
          ? "write the host's name, or add `serverName: <the name in its certificate>`"
          : "write the name in the certificate, such as 'redis.internal'",
      );
    }
  },
};
