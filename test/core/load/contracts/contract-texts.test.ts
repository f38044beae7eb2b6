import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FolderSource, loadCatalog } from '../../../../core/load';
import { loadFiles } from '../../../support/catalog';

const TEXT = '# Contract\n\nThe partner pays.\n';
const digestOf = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

/** A contract template with a text in one version, or with the given texts. */
const template = (file: string, sha256 = digestOf(TEXT), more = '') => `kind: ContractTemplate
name: standard
title: Standard contract
versions:
  1.0.0:
    effective: 2026-01-01
    texts:
      en: { file: ${file}, sha256: '${sha256}' }
    notice: { price: 60 days, deprecation: 6 months, termination: 3 months }
${more}`;

function found(files: Readonly<Record<string, string | Uint8Array>>) {
  const { findings, catalog } = loadFiles(files);
  return {
    found: findings.map(
      ({ code, at, message, hint }) => `${at.file}:${at.line}:${at.column} ${code} ${message}; ${hint}`,
    ),
    names: [...catalog.contractTemplates.keys()],
  };
}

describe('a text of a contract template', () => {
  test('is accepted if its file has its digest', () => {
    expect(found({ 'contracts/standard.yaml': template('./texts/a.md'), 'contracts/texts/a.md': TEXT }).found).toEqual(
      [],
    );
    expect(found({ 'contracts/standard.yaml': template('../a.md'), 'a.md': TEXT }).found).toEqual([]);
  });

  test('is accepted with the line endings of a checkout on Windows', () => {
    expect(found({ 'standard.yaml': template('./a.md'), 'a.md': TEXT.replaceAll('\n', '\r\n') }).found).toEqual([]);
  });

  test('may be a file that is not text', () => {
    const pdf = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 0xff, 0xfe, 0x0d, 0x0a]);
    expect(found({ 'standard.yaml': template('./a.pdf', digestOf(pdf)), 'a.pdf': pdf }).found).toEqual([]);
  });

  test('may be the file of several versions and languages', () => {
    const more = `  2.0.0:
    effective: 2026-06-01
    texts:
      en: { file: ./a.md, sha256: '${digestOf(TEXT)}' }
      es: { file: ./a.md, sha256: '${digestOf(TEXT)}' }
    notice: { price: 60 days, deprecation: 6 months, termination: 3 months }
`;
    expect(found({ 'standard.yaml': template('./a.md', digestOf(TEXT), more), 'a.md': TEXT }).found).toEqual([]);
  });

  test('is reported if it has changed, with its digest, and the template stays in the catalog', () => {
    const changed = `${TEXT}It pays more.\n`;
    const { found: reported, names } = found({ 'standard.yaml': template('./a.md'), 'a.md': changed });
    expect(reported).toEqual([
      `catalog/standard.yaml:8:35 contract-text-changed text 'en' of version 1.0.0 of contract template 'standard' is not the one with this digest: 'catalog/a.md' has ${digestOf(changed)}; a signed text must not change: restore the file, and write a changed text as a new version; if no one has accepted this version, write that digest`,
    ]);
    expect(names).toEqual(['standard']);
    expect(found({ 'standard.yaml': template('./a.md', digestOf(changed)), 'a.md': changed }).found).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['that does not exist', './b.md', "file 'catalog/contracts/b.md' does not exist; did you mean './a.md'?"],
    ['that is a folder', './texts', "'catalog/contracts/texts' is a folder, not a file; "],
    [
      'that is outside the catalog',
      '../../a.md',
      'text of the contract is outside the catalog; copy it into the catalog, and write its path relative to the file of this document',
    ],
  ])('is reported if its file is one %s', (_, file, message) => {
    const { found: reported, names } = found({
      'contracts/standard.yaml': template(file),
      'contracts/a.md': TEXT,
      'contracts/texts/long-name-of-a-text.md': TEXT,
    });
    expect(reported).toEqual([
      expect.stringContaining(`catalog/contracts/standard.yaml:8:19 contract-text-not-found ${message}`),
    ]);
    expect(names).toEqual(['standard']);
  });

  test('is not examined if its template has another error', () => {
    const invalid = template('./b.md').replace('title: Standard contract', 'title: 5');
    expect(found({ 'standard.yaml': invalid }).found).toEqual([
      expect.stringContaining('standard.yaml:3:8 wrong-type'),
    ]);
  });

  test('may be a link inside the catalog; a link to the outside is reported once', () => {
    const parent = mkdtempSync(path.join(tmpdir(), 'gatewright-texts-'));
    try {
      const folder = path.join(parent, 'catalog');
      mkdirSync(folder);
      writeFileSync(path.join(folder, 'standard.yaml'), template('./link.md'));
      writeFileSync(path.join(folder, 'a.md'), TEXT);
      writeFileSync(path.join(parent, 'outside.md'), `${TEXT}Not reviewed.\n`);
      const codes = () => loadCatalog(new FolderSource(folder)).findings.map(({ code, at }) => `${code} ${at.file}`);
      symlinkSync('a.md', path.join(folder, 'link.md'));
      expect(codes()).toEqual([]);
      rmSync(path.join(folder, 'link.md'));
      symlinkSync('../outside.md', path.join(folder, 'link.md'));
      expect(codes()).toEqual(['link-outside-catalog catalog/link.md']);
    } finally {
      rmSync(parent, { recursive: true, force: true });
    }
  });
});
