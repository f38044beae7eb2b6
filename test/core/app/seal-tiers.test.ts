import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { resolveCatalogFolder, type SealRequest, sealTiers, UserError } from '../../../core/app';
import { writeFiles } from '../../support/programme';
import { inFolder } from '../../support/synthesis';
import { type Change, changed } from '../checks/catalog/programme';

const TODAY = '2026-11-21';
const PAID = 'tiers/paid.yaml';
const NEW_VERSION: Change = [PAID, 'version: 2.0.0', 'version: 2.1.0'];

/** Portable plugins at every gateway, so that the check of gateways finds nothing. */
const PORTABLE: readonly Change[] = [
  ['environments.yaml', ', plugins: native }', ' }'],
  [PAID, 'quota: { month: 1000000 }', 'quota: { day: 100000 }'],
  ['policies.yaml', 'registered: thumbprint', 'registered: thumbprint\nboundTokens: required'],
  ['teams.yaml', 'email: identity', 'onCall: https://on-call.operator.example\nemail: identity'],
];

/** Seals tiers of the programme, whose seals are those before the edits. */
function seal(edits: readonly Change[], request: Partial<SealRequest> = {}) {
  return inFolder((cwd) => {
    const { files } = changed(PORTABLE);
    const edited: Record<string, string> = { ...files };
    for (const [file, from, to] of edits) {
      expect(edited[file]?.split(from)).toHaveLength(2);
      edited[file] = (edited[file] ?? '').replace(from, to);
    }
    writeFiles(path.join(cwd, 'catalog'), edited);
    const folder = resolveCatalogFolder({ cwd, defaultCatalog: 'catalog' }, 'catalog');
    const read = (file: string) => {
      const name = path.join(cwd, 'catalog', file);
      return existsSync(name) ? readFileSync(name, 'utf8') : undefined;
    };
    try {
      return { result: sealTiers({ folder, tiers: ['paid'], asOf: TODAY, ...request }), read: read(PAID) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // Whatever the reason is, nothing is written.
      expect(Object.keys(edited).filter((file) => read(file) !== edited[file])).toEqual([]);
      expect(read('terms/paid/2.1.0.json')).toBeUndefined();
      return { error: `${error.message}; ${error.hint ?? ''}`, codes: error.reasons?.findings.map(({ code }) => code) };
    }
  });
}

describe('sealing a tier', () => {
  test('needs no notice if nobody is worse off', () => {
    const { result, read } = seal([NEW_VERSION, [PAID, 'limits: { second: 20,', 'limits: { second: 30,']]);
    expect(result?.sealed).toMatchObject([{ tier: 'paid', version: '2.1.0', announced: TODAY, effective: TODAY }]);
    expect(read).toMatch(/^sealed: 2\.1\.0:[0-9a-f]{64}\nprevious: \[2\.0\.0:[0-9a-f]{64}\]$/m);
  });

  test('chooses the first day that every contract allows', () => {
    const { result } = seal([NEW_VERSION, [PAID, 'limits: { second: 20,', 'limits: { second: 15,']]);
    expect(result?.sealed).toMatchObject([
      { announced: TODAY, effective: '2027-01-20', notice: 'acme-bank has 60 days of notice for terms' },
    ]);
  });

  test('rejects a day that is sooner than the notice of a contract, with partner, contract and days', () => {
    const { error } = seal([NEW_VERSION, [PAID, 'limits: { second: 20,', 'limits: { second: 15,']], {
      effective: '2027-01-19',
    });
    expect(error).toBe(
      "version 2.1.0 of tier 'paid' cannot be effective on 2027-01-19, because contracts require notice from 2026-11-21 on: partner 'acme-bank' (contract standard 2.1.0): 60 days for changed terms, until 2027-01-20; pass --effective 2027-01-20 or a later day, or leave the option out",
    );
  });

  test('rejects changed terms of a version that is sealed already', () => {
    const { error } = seal([[PAID, 'limits: { second: 20,', 'limits: { second: 15,']]);
    expect(error).toContain('write `version: 2.1.0` in the tier');
  });

  test('rejects a draft', () => {
    expect(seal([[PAID, 'status: active', 'status: draft']]).error).toContain(
      "tier 'paid' is a draft, and the terms of a draft are not sealed; write `status: active` at catalog/tiers/paid.yaml:4",
    );
  });

  test('rejects a catalog with an error that sealing does not fix', () => {
    const { error, codes } = seal([NEW_VERSION, ['acme-bank.yaml', '        tier: paid', '        tier: pait']]);
    expect(error).toContain('the catalog has errors that sealing does not fix; nothing was sealed');
    expect(codes).toContain('unknown-reference');
  });

  test('rejects a catalog with an invalid document', () => {
    expect(seal([NEW_VERSION, [PAID, 'limits: { second: 20,', 'limits: { second: x,']]).error).toContain(
      'the catalog has errors; nothing was sealed',
    );
  });

  test('rejects a day before that of the earlier version', () => {
    const { error } = seal([NEW_VERSION], { announced: '2025-01-01', effective: '2026-01-31' });
    expect(error).toContain('before version 2.0.0, which is effective on 2026-02-01');
  });

  test('leaves a tier alone whose terms are sealed', () => {
    const { result } = seal([]);
    expect(result).toEqual({ written: [], sealed: [], unchanged: [{ tier: 'paid', version: '2.0.0' }] });
  });

  test('rejects new dates of a version that is in force', () => {
    expect(seal([], { effective: '2027-01-01' }).error).toContain(
      "version 2.0.0 of tier 'paid' is in force since 2026-02-01, so its dates cannot change",
    );
  });

  describe('whose terms file exists without its seal', () => {
    const unsealed = (files: Readonly<Record<string, string>>): Change => {
      const [line = ''] = /^sealed: .*\n/m.exec(files[PAID] ?? '') ?? [];
      return [PAID, line, ''];
    };
    const removed = unsealed(changed(PORTABLE).files);
    const sealed = removed[1].trim();

    test('writes its seal, and neither its terms nor its dates change', () => {
      const { result, read } = seal([removed]);
      expect(result?.sealed).toMatchObject([{ version: '2.0.0', effective: '2026-02-01' }]);
      expect(read).toContain(sealed);
    });

    test('rejects other terms of that version, because the file never changes', () => {
      const { error } = seal([removed, [PAID, 'limits: { second: 20,', 'limits: { second: 15,']]);
      expect(error).toBe(
        `terms file 'catalog/terms/paid/2.0.0.json' exists, with other terms of version 2.0.0 of tier 'paid'; write \`${sealed}\` in the tier, and raise its version for the new terms; or delete the file if it was never announced`,
      );
    });

    test('rejects other dates once it is in force', () => {
      expect(seal([removed], { effective: '2027-01-01' }).error).toContain('is in force since 2026-02-01');
    });
  });

  test('seals all tiers whose terms are not sealed, or none of them', () => {
    const free: Change = ['tiers/free.yaml', 'version: 1.0.0', 'version: 1.1.0'];
    const both = seal([NEW_VERSION, free], { tiers: 'all' });
    expect(both.result?.sealed.map(({ tier }) => tier)).toEqual(['free', 'paid']);
    const changedFree: Change = ['tiers/free.yaml', 'limits: { second: 1,', 'limits: { second: 2,'];
    expect(seal([NEW_VERSION, changedFree], { tiers: 'all' }).error).toContain("the terms of tier 'free' changed");
  });
});
