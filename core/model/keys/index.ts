export { type CaCertificate, caCertificate, type UnusableCertificate } from './certificate';
export { describeCertificateProblem, describeKeyProblem } from './describe-problem';
export type { KeyProblem, UnusableKey } from './key-problem';
export { holdsPrivateKey } from './private-key';
export {
  type KeyResult,
  type PublicKey,
  type PublicKeySource,
  publicKey,
} from './public-key';
export { type CertificateRegistration, registeredCertificate } from './registered-certificate';
export { thumbprintHex } from './thumbprint';
