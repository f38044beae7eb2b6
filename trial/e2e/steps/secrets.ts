import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Trial } from '../setup/trial';
import { expectThat, type Step } from './step';

/** Secrets never leave the process. */
export const noSecrets: Step = {
  title: 'writes no secret to states, plans or output',
  async run({ trial, note }) {
    const secrets = secretsOf(trial);
    const texts: (readonly [where: string, text: string])[] = trial.stacks
      .writtenFiles()
      .map((file) => [relative(trial.folder, file), readFileSync(file, 'utf8')] as const);
    const plans = await trial.stacks.plans();
    for (const [index, plan] of plans.entries()) texts.push([`plan ${index + 1}`, plan]);
    for (const [where, text] of texts)
      for (const [name, secret] of secrets) expectThat(!text.includes(secret), `${where} contains ${name}`);
    note(`searched for ${secrets.length} secrets in ${texts.length} states, plans and outputs`);
    // Verifies that the search works.
    const known = trial.authority.certificate.split('\n')[1] ?? '';
    expectThat(
      texts.some(([, text]) => text.includes(known)),
      'the search does not even find the public certificate of the client CA',
    );
  },
};

/** The token of the Admin API, and every private key of the run. */
function secretsOf(trial: Trial): readonly (readonly [name: string, secret: string])[] {
  const found: [name: string, secret: string][] = [['the token of the Admin API', trial.provider.token]];
  const add = (name: string, secret: string | undefined) => {
    if (secret !== undefined) found.push([name, secret]);
  };
  for (const [id, { clientKey, tokenKey, certificate }] of trial.secrets) {
    add(`the client key of ${id}`, clientKey.d);
    add(`the token key of ${id}`, tokenKey?.d);
    add(`the certificate key of ${id}`, certificate?.key.split('\n')[1]);
  }
  for (const { d } of trial.components.keys.all) add('a key of the issuer', d);
  return found;
}
