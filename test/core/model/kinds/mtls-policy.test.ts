import { kindTable } from './kind-table';

const FULL = `kind: MtlsPolicy
name: registered-certificate
title: Registered certificate
description: Only certificates that are registered.
labels: { team: security }
registered: subject-and-thumbprint
boundTokens: required
clientCas: [partner-ca]
`;

kindTable('MtlsPolicy', { 'with everything': FULL, 'with the least': 'kind: MtlsPolicy\nname: a\ntitle: A\n' }, [
  ['an unknown kind of registration', 'subject-and-thumbprint', 'subject-or-thumbprint', '6:13 not-allowed-value'],
  ['a truth in place of a word', 'boundTokens: required', 'boundTokens: true', '7:14 wrong-type'],
  ['an unknown rule for tokens', 'boundTokens: required', 'boundTokens: always', '7:14 not-allowed-value'],
  ['no client CA', '[partner-ca]', '[]', '8:12 too-short'],
  ['a client CA twice', '[partner-ca]', '[partner-ca, partner-ca]', '8:25 duplicate-item'],
  ['a client CA with a space', '[partner-ca]', '[partner ca]', '8:13 malformed-value'],
  ['a client CA that is not a list', '[partner-ca]', 'partner-ca', '8:12 wrong-type'],
]);
