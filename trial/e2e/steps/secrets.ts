import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Trial } from '../setup/trial';
import { expectThat, type Step } from './step';

/** Everything that opens something stays where it is. */
export const noSecrets: Step = {
  title: 'no secret stands in state, plan, output or documents',
  async run({ trial, note }) {
    const secrets = secretsOf(trial);
    const texts: (readonly [where: string, text: string])[] = trial.stacks
      .writtenFiles()
      .map((file) => [relative(trial.folder, file), readFileSync(file, 'utf8')] as const);
    const plans = await trial.stacks.plans();
    for (const [index, plan] of plans.entries()) texts.push([`plan ${index + 1}`, plan]);
    for (const [where, text] of texts)
      for (const [what, secret] of secrets) expectThat(!text.includes(secret), `${where} holds ${what}`);
    note(`${secrets.length} secrets were looked for in ${texts.length} states, plans and outputs`);
    // So that the search is known to find what is there.
    const known = trial.authority.certificate.split('\n')[1] ?? '';
    expectThat(
      texts.some(([, text]) => text.includes(known)),
      'not even the public certificate of the client CA was found',
    );
  },
};

/** The token of the Admin API, and every private key of the run. */
function secretsOf(trial: Trial): readonly (readonly [what: string, secret: string])[] {
  const found: [what: string, secret: string][] = [['the token of the Admin API', trial.provider.token]];
  const add = (what: string, secret: string | undefined) => {
    if (secret !== undefined) found.push([what, secret]);
  };
  for (const [id, { clientKey, tokenKey, certificate }] of trial.secrets) {
    add(`the client key of ${id}`, clientKey.d);
    add(`the token key of ${id}`, tokenKey?.d);
    add(`the certificate key of ${id}`, certificate?.key.split('\n')[1]);
  }
  for (const { d } of trial.components.keys.all) add('a key of the issuer', d);
  return found;
}
