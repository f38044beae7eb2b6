/** Certificates for examples, generated for them. No one has the keys. */

/** A CA certificate that is valid from 2026 to 2045. */
const VALID_CA = `-----BEGIN CERTIFICATE-----
MIHuMIGhoAMCAQICBFBhcnQwBQYDK2VwMBUxEzARBgNVBAMMClBhcnRuZXIgQ0Ew
HhcNMjYwMTAxMDAwMDAwWhcNNDYwMTAxMDAwMDAwWjAVMRMwEQYDVQQDDApQYXJ0
bmVyIENBMCowBQYDK2VwAyEAHQgOZENXBS03kVnBd6ejRZolmsRlj8tg2hFEmuf1
n1OjEzARMA8GA1UdEwEB/wQFMAMBAf8wBQYDK2VwA0EAaa7vmif9mNsszGRwZA9t
fVNjTtCnjiKCENT+wlDcdEOF29rQSszqsnTE+Wrp7OAdAgK/w94wniuoh4BG6sQd
AA==
-----END CERTIFICATE-----`;

/** A CA certificate that expired at the end of 2025. */
const EXPIRED_CA = `-----BEGIN CERTIFICATE-----
MIHuMIGhoAMCAQICBFBhcnQwBQYDK2VwMBUxEzARBgNVBAMMClBhcnRuZXIgQ0Ew
HhcNMTYwMTAxMDAwMDAwWhcNMjYwMTAxMDAwMDAwWjAVMRMwEQYDVQQDDApQYXJ0
bmVyIENBMCowBQYDK2VwAyEAkJXhR0lfDbMOGzQ+ol+9H5oVqbB0jFnJYaPUDMzU
JzOjEzARMA8GA1UdEwEB/wQFMAMBAf8wBQYDK2VwA0EA4LZpIexDsVz4/KusRtla
REndv3oimi0twhIX605ZJGB6L5R/KE55n9pNzEX6a0HK2LhBMfwKwWYuG9QS+/Ma
CQ==
-----END CERTIFICATE-----`;

/** A client certificate. */
const NOT_A_CA = `-----BEGIN CERTIFICATE-----
MIHnMIGaoAMCAQICBGNoZWMwBQYDK2VwMBMxETAPBgNVBAMMCGNoZWNrb3V0MB4X
DTI2MDEwMTAwMDAwMFoXDTQ2MDEwMTAwMDAwMFowEzERMA8GA1UEAwwIY2hlY2tv
dXQwKjAFBgMrZXADIQAflmAPVvbnGeJTcJKZnwvTUlW8ltqEoVGTLJh2uIRTqqMQ
MA4wDAYDVR0TAQH/BAIwADAFBgMrZXADQQBwq5DOtcToGo2KfzybhKsQDyQ2a5Hy
7bkSB4d+ana2rYbgYwY8ySsFl6EIXk3hkGkWVyZrSbZeZLGhjhK2x8cI
-----END CERTIFICATE-----`;

const CERTIFICATES = {
  expired: { pem: EXPIRED_CA, comment: 'expired on 2026-01-01' },
  client: { pem: NOT_A_CA, comment: 'of a client, not of a CA' },
  valid: { pem: VALID_CA, comment: 'of a CA, valid until 2046-01-01' },
} as const;

/** An environment that trusts a client CA with one of the certificates. */
export function clientCaExample(certificate: keyof typeof CERTIFICATES): string {
  const { pem, comment } = CERTIFICATES[certificate];
  return `kind: Environment
name: sandbox
clientCas:
  - name: partner-ca
    certificate: | # ${comment}
${pem.replace(/^/gm, '      ')}
`;
}
