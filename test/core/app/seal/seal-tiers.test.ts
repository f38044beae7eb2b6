import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import {
  type CatalogFolder,
  checkCatalogFolder,
  resolveCatalogFolder,
  type SealRequest,
  type SealResult,
  sealTiers,
  UserError,
} from '../../../../core/app';
import { writeFiles } from '../../../support/programme';
import { inFolder } from '../../../support/synthesis';
import { type Change, changed } from '../../checks/catalog/programme';

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

/** The catalog of a test, after an attempt to seal. */
interface Attempt {
  readonly result?: SealResult;
  readonly error?: string;
  readonly codes?: readonly string[] | undefined;
  /** The content of a file of the catalog; undefined if it does not exist. */
  read(file: string): string | undefined;
}

/** Files of the programme with edits; its seals are those before the edits. */
function edited(edits: readonly Change[]): Record<string, string> {
  const { files } = changed(PORTABLE);
  const texts: Record<string, string> = { ...files };
  for (const [file, from, to] of edits) {
    expect(texts[file]?.split(from)).toHaveLength(2);
    texts[file] = (texts[file] ?? '').replace(from, to);
  }
  return texts;
}

/** Seals tiers of the programme with edits. */
function seal(edits: readonly Change[], request: Partial<SealRequest> = {}): Attempt {
  return sealIn(edited(edits), request);
}

/** Seals tiers of a catalog with these files, and calls `prepare` before and `look` afterwards, each with the catalog's folder. */
function sealIn(
  files: Record<string, string>,
  request: Partial<SealRequest> = {},
  {
    prepare,
    look,
  }: { readonly prepare?: (folder: string) => void; readonly look?: (folder: CatalogFolder) => void } = {},
): Attempt {
  return inFolder((cwd) => {
    const catalog = path.join(cwd, 'catalog');
    writeFiles(catalog, files);
    prepare?.(catalog);
    const folder = resolveCatalogFolder({ cwd, defaultCatalog: 'catalog' }, 'catalog');
    const contents = () => contentsOf(catalog);
    const before = contents();
    try {
      const result = sealTiers({ folder, tiers: ['paid'], asOf: TODAY, ...request });
      look?.(folder);
      const after = contents();
      return { result, read: (file) => after[file] };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // Whatever the reason is, nothing is written.
      expect(contents()).toEqual(before);
      const codes = error.reasons?.findings.map(({ code }) => code);
      return { error: `${error.message}; ${error.hint ?? ''}`, codes, read: (file) => before[file] };
    }
  });
}

/** The content of each file below a folder, and `folder` for each folder. */
function contentsOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true }) as string[];
  const read = (name: string) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? 'folder' : readFileSync(file, 'utf8');
  };
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}

describe('sealing a tier', () => {
  test('needs no notice if nobody is worse off', () => {
    const { result, read } = seal([NEW_VERSION, [PAID, 'limits: { second: 20,', 'limits: { second: 30,']]);
    expect(result?.sealed).toMatchObject([{ tier: 'paid', version: '2.1.0', announced: TODAY, effective: TODAY }]);
    expect(read(PAID)).toMatch(/^sealed: 2\.1\.0:[0-9a-f]{64}\nprevious: \[2\.0\.0:[0-9a-f]{64}\]$/m);
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

  test('rejects a tier that does not exist, with a similar name', () => {
    expect(seal([], { tiers: ['piad'] }).error).toBe(
      "tier 'piad' does not exist; did you mean 'paid'? tiers are: free, paid",
    );
  });

  test('rejects a version that is lower than the sealed one', () => {
    expect(seal([[PAID, 'version: 2.0.0', 'version: 1.9.0']]).error).toBe(
      "version 1.9.0 of tier 'paid' is not later than the sealed version 2.0.0; write `version: 2.1.0` in the tier, and run the command again",
    );
  });

  test('rejects an effective day before the announcement', () => {
    expect(seal([NEW_VERSION], { announced: '2026-12-01', effective: '2026-11-30' }).error).toBe(
      "version 2.1.0 of tier 'paid' cannot be effective on 2026-11-30, before it is announced on 2026-12-01; pass --effective 2026-12-01 or a later day",
    );
  });

  test('counts the notice from the day of the announcement', () => {
    const { result } = seal([NEW_VERSION, [PAID, 'limits: { second: 20,', 'limits: { second: 15,']], {
      announced: '2026-12-31',
    });
    expect(result?.sealed).toMatchObject([{ announced: '2026-12-31', effective: '2027-03-01' }]);
  });

  test('does not put the first day of terms in the past, although they were announced long ago', () => {
    const { result } = seal([NEW_VERSION, [PAID, 'limits: { second: 20,', 'limits: { second: 15,']], {
      announced: '2026-03-01',
    });
    expect(result?.sealed).toMatchObject([{ announced: '2026-03-01', effective: TODAY }]);
  });

  test('rejects a tier whose terms file was edited', () => {
    expect(seal([['terms/paid/2.0.0.json', '"second": 20', '"second": 21']]).error).toBe(
      "terms file 'catalog/terms/paid/2.0.0.json' is not the sealed one; restore it from version control; to change terms, change the tier and raise its version",
    );
  });

  test('rejects a tier whose terms file is not valid or does not exist', () => {
    const { 'terms/paid/2.0.0.json': text = '', ...files } = edited([NEW_VERSION]);
    for (const catalog of [files, { ...files, 'terms/paid/2.0.0.json': `${text} ` }])
      expect(sealIn(catalog).error).toBe(
        "terms file 'terms/paid/2.0.0.json' of a seal of tier 'paid' does not exist, or is not valid; restore it from version control",
      );
  });

  test('writes nothing if a file cannot be written', () => {
    const prepare = (folder: string) => mkdirSync(path.join(folder, 'terms/paid/2.1.0.json'));
    expect(sealIn(edited([NEW_VERSION]), {}, { prepare }).error).toBe(
      "cannot write 'catalog/terms/paid/2.1.0.json': it is a folder; ",
    );
  });

  test('keeps comments and CRLF of the document, and writes LF into the terms file', () => {
    const files = edited([NEW_VERSION, [PAID, 'quota:', '# What the contract sells.\nquota:']]);
    const { read } = sealIn({ ...files, [PAID]: (files[PAID] ?? '').replaceAll('\n', '\r\n') });
    expect(read(PAID)).toMatch(/^version: 2.1.0\r$/m);
    expect(read(PAID)).toMatch(/^# What the contract sells.\r$/m);
    expect(read(PAID)).toMatch(/^sealed: 2.1.0:[0-9a-f]{64}\r$/m);
    expect(read(PAID)).toMatch(/^previous: \[2.0.0:[0-9a-f]{64}\]\r$/m);
    expect(read('terms/paid/2.1.0.json')).not.toContain('\r');
  });

  test('changes the dates of a version that is not in force, and keeps its announcement', () => {
    const look = (folder: CatalogFolder) => {
      const later = sealTiers({ folder, tiers: ['paid'], asOf: '2026-11-25', effective: '2027-04-01' });
      expect(later.sealed).toMatchObject([{ version: '2.1.0', announced: TODAY, effective: '2027-04-01' }]);
      const text = readFileSync(path.join(folder.path, PAID), 'utf8');
      // The seal that was replaced was never in force.
      expect(text.match(/2\.1\.0:/g)).toHaveLength(1);
      expect(text).toMatch(/^previous: \[2\.0\.0:[0-9a-f]{64}\]$/m);
      expect(() => sealTiers({ folder, tiers: ['paid'], asOf: '2026-11-25', effective: '2027-01-19' })).toThrow(
        'because contracts require notice from 2026-11-21 on',
      );
      const again = sealTiers({ folder, tiers: ['paid'], asOf: '2026-11-26' });
      expect(again).toEqual({ written: [], sealed: [], unchanged: [{ tier: 'paid', version: '2.1.0' }] });
    };
    const files = edited([NEW_VERSION, [PAID, 'limits: { second: 20,', 'limits: { second: 15,']]);
    expect(sealIn(files, {}, { look }).result?.written).toEqual([
      'catalog/terms/paid/2.1.0.json',
      'catalog/tiers/paid.yaml',
    ]);
  });

  test('writes the terms file of a tier in TypeScript, and names the fields to write, as the check does', () => {
    const { [PAID]: text = '', ...files } = edited([NEW_VERSION]);
    const { kind: _, ...fields } = parse(text) as Record<string, unknown>;
    const document = `import { defineTier } from 'gatewright/model';\nexport const paid = defineTier(${JSON.stringify(fields)});\n`;
    const look = (folder: CatalogFolder) => {
      const { findings } = checkCatalogFolder({ folder, asOf: TODAY });
      const [, seal = ''] = /sealed: '([^']+)'/.exec(findings[0]?.hint ?? '') ?? [];
      expect(findings.map(({ code, hint }) => [code, hint])).toEqual([
        ['tier-terms-changed', `write \`sealed: '${seal}'\` and \`previous: ['${fields.sealed}']\` in the tier`],
      ]);
      const sealed = JSON.stringify({ ...fields, sealed: seal, previous: [fields.sealed] });
      writeFileSync(
        path.join(folder.path, 'gatewright.catalog.ts'),
        document.replace(JSON.stringify(fields), () => sealed),
      );
      expect(checkCatalogFolder({ folder, asOf: TODAY }).findings).toEqual([]);
    };
    const { result, read } = sealIn({ ...files, 'gatewright.catalog.ts': document }, {}, { look });
    expect(result?.written).toEqual(['catalog/terms/paid/2.1.0.json']);
    expect(result?.sealed[0]?.fields).toMatch(/^sealed: '2\.1\.0:[0-9a-f]{64}', previous: \['2\.0\.0:[0-9a-f]{64}'\]$/);
    expect(read('terms/paid/2.1.0.json')).toContain('"version": "2.1.0"');
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
      expect(read(PAID)).toContain(sealed);
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
    const one = seal([NEW_VERSION], { tiers: 'all' });
    expect(one.result).toMatchObject({ sealed: [{ tier: 'paid' }], unchanged: [{ tier: 'free', version: '1.0.0' }] });
    const draft = seal([NEW_VERSION, ['tiers/free.yaml', 'status: active', 'status: draft']], { tiers: 'all' });
    expect(draft.result).toMatchObject({ sealed: [{ tier: 'paid' }], unchanged: [] });
    const changedFree: Change = ['tiers/free.yaml', 'limits: { second: 1,', 'limits: { second: 2,'];
    expect(seal([NEW_VERSION, changedFree], { tiers: 'all' }).error).toContain("the terms of tier 'free' changed");
  });
});
