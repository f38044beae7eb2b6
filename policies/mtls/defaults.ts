import { defaultOf, type Environment, type MtlsPolicy } from '../../core/model';

/** Whether tokens have to name the certificate. */
export function boundTokensOf(policy: MtlsPolicy): 'required' | 'when-present' {
  return policy.boundTokens ?? defaultOf('MtlsPolicy', 'boundTokens');
}

/** What of a certificate has to be registered, as partner-mtls names it. */
export function registeredParts(policy: MtlsPolicy): readonly ('subject' | 'thumbprint')[] {
  const registered = policy.registered ?? defaultOf<NonNullable<MtlsPolicy['registered']>>('MtlsPolicy', 'registered');
  return registered === 'subject-and-thumbprint' ? ['subject', 'thumbprint'] : [registered];
}

/** Names of the client CAs that a policy believes in an environment, sorted. */
export function clientCasOf(policy: MtlsPolicy, environment: Pick<Environment, 'clientCas'>): readonly string[] {
  const known = environment.clientCas?.map(({ name }) => name) ?? [];
  return [...(policy.clientCas ?? known)].sort();
}
