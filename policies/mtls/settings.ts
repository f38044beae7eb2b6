import type { Complete, Environment, MtlsPolicy } from '../../core/model';

/** What of a certificate has to be registered, as partner-mtls names it. */
export function registeredParts({ registered }: Complete<'MtlsPolicy'>): readonly ('subject' | 'thumbprint')[] {
  return registered === 'subject-and-thumbprint' ? ['subject', 'thumbprint'] : [registered];
}

/** Names of the client CAs that a policy believes in an environment, sorted. */
export function clientCasOf(policy: MtlsPolicy, environment: Pick<Environment, 'clientCas'>): readonly string[] {
  const known = environment.clientCas?.map(({ name }) => name) ?? [];
  return [...(policy.clientCas ?? known)].sort();
}
