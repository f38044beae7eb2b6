import { kindTable } from './kind-table';

const FULL = `kind: ConsentPolicy
name: fraud-prevention
title: Fraud prevention
description: Needs no user.
labels: { dpo: yes-it-is }
purposes: [dpv:FraudPreventionAndDetection]
userContext: three-legged
live:
  source: operator
  urls: { production: https://consent.operator.example/ask, sandbox: http://consent.internal }
  authorization: '{vault://env/consent-authorization}'
  timeout: 500 ms
  cacheFor: 60 seconds
  failure: closed
subjectKey: '{vault://env/subject-hash-key}'
`;

const BOTH = `kind: ConsentPolicy
name: a
title: A
purposes: [dpv:Marketing]
userContext: three-legged
live:
  source: consent-info
  urls: { production: https://consent.operator.example/retrieve }
  otherwise:
    urls: { production: https://consent.operator.example/ask }
    authorization: '{vault://env/consent-authorization}'
`;

const LEAST = 'kind: ConsentPolicy\nname: a\ntitle: A\npurposes: [dpv:Marketing]\nuserContext: any\n';

kindTable('ConsentPolicy', { 'with everything': FULL, 'with the least': LEAST, 'asked at two places': BOTH }, [
  ['an unknown purpose', '[dpv:FraudPreventionAndDetection]', '[dpv:FraudPrevention]', '6:12 not-allowed-value'],
  ['the root of all purposes', '[dpv:FraudPreventionAndDetection]', '[dpv:Purpose]', '6:12 not-allowed-value'],
  ['no purpose', '[dpv:FraudPreventionAndDetection]', '[]', '6:11 too-short'],
  ['an unknown user context', 'userContext: three-legged', 'userContext: three-legs', '7:14 not-allowed-value'],
  ['an unknown source', 'source: operator', 'source: own', '9:11 not-allowed-value'],
  [
    'live consent without addresses',
    '  urls: { production: https://consent.operator.example/ask, sandbox: http://consent.internal }\n',
    '',
    '9:3 missing-field',
  ],
  ['an invalid URL', 'http://consent.internal', 'consent.internal', '10:70 malformed-value'],
  ['an environment with a capital', 'sandbox: http', 'Sandbox: http', '10:61 malformed-value'],
  ['an authorization in plain', "'{vault://env/consent-authorization}'", 'abc', '11:18 secret-in-catalog'],
  ['a key that is not a reference', "'{vault://env/subject-hash-key}'", 'abc', '15:13 malformed-value'],
  ['a timeout without unit', 'timeout: 500 ms', 'timeout: 500', '12:12 wrong-type'],
  ['nowhere to ask otherwise', 'failure: closed', 'otherwise: {}', '14:14 missing-field'],
  [
    'an authorization in plain, otherwise',
    'failure: closed',
    'otherwise: { urls: { production: https://a.example }, authorization: abc }',
    '14:72 secret-in-catalog',
  ],
  ['an unknown failure mode', 'failure: closed', 'failure: deny', '14:12 not-allowed-value'],
]);
