import { checkOf, findings } from '../../core/checks';
import { loadCatalog, MemorySource } from '../../core/load';
import { FORMATS, report } from '../../core/report';
import { AS_OF, catalogOfFiles } from '../support/programme';
import { stacksOf } from '../support/synthesis';
import { ADMIN_TOKEN, describeWithTerraform, type StackJson, Workspace } from '../support/terraform';
import * as programme from '../support/text-trials';

/** Secrets in the formats in which people leave them in files. The secret part contains `Canary`. */
const CANARIES: Readonly<Record<string, string>> = {
  'a private key': `-----BEGIN ${'PRIVATE'} KEY-----\nMIGHAgEAMBMGCanaryBMGByqGSM49AgEG\n-----END ${'PRIVATE'} KEY-----`,
  'a token of a user': 'ghp_CanaryCanaryCanaryCanaryCanaryCanary',
  'an access token': 'eyJhbGciOiJFUzI1NiJ9.eyJDanaryIjoiQ2FuYXJ5In0.CanaryCanaryCanary',
  'a password in an address': 'https://user:Canary@idp.operator.example/keys',
  'an Authorization header': 'Basic Canary7Canary7Canary7==',
};

const trials = programme.trialsOf(() => Object.values(CANARIES));

describe.each(Object.keys(CANARIES).map((name, index) => [name, index] as const))('%s in a catalog', (_, index) => {
  const lots = programme.batchesOf(trials[index] ?? []).map((lot) => {
    const loaded = loadCatalog(new MemorySource(programme.filesOf(programme.withAll(lot))));
    return { lot, texts: loaded.texts, found: findings(loaded, AS_OF) };
  });

  test('is rejected in every field, so that it cannot reach a stack', () => {
    expect(lots.flatMap(({ lot }) => lot).length).toBeGreaterThan(200);
    for (const { lot, found } of lots) {
      const errors = found.filter(({ severity }) => severity === 'error');
      for (const trial of lot) {
        const reported = errors.filter(
          ({ at }) => at.file === programme.fileOf(trial) && programme.touches(trial, at.path),
        );
        expect([trial.place.kind, trial.place.path, reported.length > 0]).toEqual([
          trial.place.kind,
          trial.place.path,
          true,
        ]);
      }
    }
  });

  test('does not appear in any message', () => {
    for (const { found, texts } of lots) {
      expect(found.length).toBeGreaterThan(0);
      for (const diagnostic of found) expect(JSON.stringify(diagnostic)).not.toContain('Canary');
      for (const format of FORMATS) {
        expect(report(found, { format, texts, color: false, checkOf })).not.toContain('Canary');
      }
    }
  });
});

describeWithTerraform('the token of the Admin API', () => {
  const stacks = stacksOf(catalogOfFiles(), { environments: ['sandbox'] });

  /** The saved plan and the state after an apply. */
  function planAndState(all: Readonly<Record<string, StackJson>>): string {
    const workspace = new Workspace();
    try {
      workspace.apply(all);
      return workspace.kept();
    } finally {
      workspace.remove();
    }
  }

  test('is neither in a saved plan nor in the state', () => {
    const stored = planAndState(stacks);
    expect(stored).toContain('http://127.0.0.1:1');
    expect(stored).toContain('kong-gateway_consumer');
    expect(stored).not.toContain(ADMIN_TOKEN);
  });

  test('would be stored if its variable were only sensitive', () => {
    const [name = '', stack = {}] = Object.entries(stacks)[0] ?? [];
    const variable = { ...stack.variable, kong_admin_token: { type: 'string', sensitive: true } };
    expect(planAndState({ [name]: { ...stack, variable } })).toContain(ADMIN_TOKEN);
  });
});

test('every credential has a written secret, so that the gateway does not generate one', () => {
  const all = Object.values(stacksOf(catalogOfFiles()));
  const credentials = all.flatMap(({ resource }) => Object.values(resource?.['kong-gateway_jwt'] ?? {}));
  expect(credentials.length).toBeGreaterThan(5);
  for (const { secret, algorithm } of credentials) {
    expect(secret).toBe('unused-the-algorithm-is-asymmetric');
    expect(algorithm).toMatch(/^(RS|PS|ES)\d{3}$|^EdDSA$/);
  }
});

test('no stack has credentials that are secrets', () => {
  const types = Object.values(stacksOf(catalogOfFiles())).flatMap(({ resource = {} }) => Object.keys(resource));
  expect(types.filter((type) => /key_auth|basic_auth|hmac_auth|oauth2/.test(type))).toEqual([]);
});
