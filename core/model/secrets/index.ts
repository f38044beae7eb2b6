export { type SecretSpan, secretsIn } from './find';
export { isSecretReference, namesSecret, opensNothing, PRIVATE_JWK_MEMBERS } from './names';
export { cover, redact } from './redact';
