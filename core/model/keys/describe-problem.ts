import type { KeyForm } from './algorithms';
import type { UnusableCertificate } from './certificate';
import type { KeyProblem } from './key-problem';

/** What is wrong with a key, to follow its label: 'is an RSA key of 1024 bits, but the minimum is 2048'. No part of the key is in it. */
export function describeKeyProblem(key: KeyProblem): string {
  switch (key.problem) {
    case 'private-key':
      return 'is a private key';
    case 'missing-members':
      return `is a JWK of type ${key.type} without ${key.missing.map((member) => `'${member}'`).join(' and ')}`;
    case 'not-for-verification':
      return "has `key_ops` without 'verify'";
    case 'invalid-jwk':
      return `is not a valid JWK of type ${key.type}`;
    case 'certificate-mismatch':
      return 'does not match its certificate in `x5c`';
    case 'not-a-public-pem':
      return 'is not a PEM block with a public key';
    case 'invalid-pem':
      return 'is not a valid public key in PEM format';
    case 'rsa-too-short':
      return `is an RSA key of ${key.bits} bits, but the minimum is ${key.minimumBits}`;
    case 'rsa-too-long':
      return `is an RSA key of ${key.bits} bits, but the maximum is ${key.maximumBits}`;
    case 'rsa-insecure-exponent':
      return 'is an RSA key with an insecure exponent';
    case 'unsupported-type':
      return `is a key of type ${key.type}${key.curve === undefined ? '' : ` on curve ${key.curve}`}, which no algorithm supports`;
    case 'conflicting-algorithms':
      return `is for ${key.alg} but used with ${key.algorithm}`;
    case 'unsuitable-algorithm':
      return `is ${describeForm(key.form)} and cannot be used with ${key.algorithm}`;
  }
}

function describeForm(form: KeyForm): string {
  return form.type === 'RSA' ? 'an RSA key' : `a key on curve ${form.curve}`;
}

/** What is wrong with a CA certificate, to follow its label. */
export function describeCertificateProblem({ problem }: UnusableCertificate): string {
  switch (problem) {
    case 'invalid-pem':
      return 'is not a valid certificate in PEM format';
    case 'not-a-ca':
      return 'is not the certificate of a CA';
    case 'invalid-validity':
      return 'has an invalid validity period';
  }
}
