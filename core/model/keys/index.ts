export { ALGORITHMS } from './algorithms';
export { type CaCertificate, caCertificate, type UnusableCertificate } from './certificate';
export { holdsPrivateKey } from './private-key';
export {
  type KeyProblem,
  type KeyResult,
  type PublicKey,
  type PublicKeySource,
  publicKey,
  type UnusableKey,
} from './public-key';
export { type CertificateRegistration, registeredCertificate } from './registered-certificate';
export { thumbprintHex } from './thumbprint';
