import type { Complete, Environment, MtlsPolicy } from '../../core/model';

/** The fields of a certificate that must be registered, by their names in partner-mtls. */
export function registeredFields({ registered }: Complete<'MtlsPolicy'>): readonly ('subject' | 'thumbprint')[] {
  return registered === 'subject-and-thumbprint' ? ['subject', 'thumbprint'] : [registered];
}

/** The sorted names of the client CAs that a policy trusts in an environment. */
export function clientCasOf(policy: MtlsPolicy, environment: Pick<Environment, 'clientCas'>): readonly string[] {
  const known = environment.clientCas?.map(({ name }) => name) ?? [];
  return [...(policy.clientCas ?? known)].sort();
}
