import type { Finding } from '../../core/model';
import { withCommercial } from '../support/commercial-files';
import { foundIn, programmeFiles } from '../support/programme';
import { type TypingError, typingErrors } from '../support/typing-errors';

/** Tests one of this many errors, so that lines, files and types of errors vary. */
const STRIDE = 13;

const files = withCommercial(programmeFiles());
const clean = new Set(foundIn(files).map(key));
const trials = [...typingErrors(files)].filter((_, index) => index % STRIDE === 0);
const results = trials.map((trial) => ({ trial, found: foundAfter(trial) }));

function key({ code, message }: Finding): string {
  return `${code} ${message}`;
}

/** The findings caused by a typing error, without secrets, which have their own tests. */
function foundAfter({ file, text }: TypingError): readonly Finding[] {
  return foundIn({ ...files, [file]: text }).filter((one) => one.code !== 'secret-in-catalog' && !clean.has(key(one)));
}

const described = ({ trial, found }: (typeof results)[number]) =>
  `${trial.what} in line ${trial.line} of ${trial.file}: ${found.map(({ at, code }) => `${code} ${at.file}:${at.line}`).join(', ')}`;

describe('one typing error', () => {
  test('is tested for every type of error and every file of the programme', () => {
    expect(trials.length).toBeGreaterThan(250);
    expect(new Set(trials.map(({ what }) => what)).size).toBeGreaterThan(30);
    expect(new Set(trials.map(({ file }) => file)).size).toBe(10);
  });

  test('never causes more than two findings', () => {
    expect(results.filter(({ found }) => found.length > 2).map(described)).toEqual([]);
  });

  test('causes a single finding in all but a few cases', () => {
    const two = results.filter(({ found }) => found.length === 2).map(described);
    expect(two.length).toBeLessThanOrEqual(trials.length * 0.02);
  });

  test('is reported in its own document, or as an unknown reference', () => {
    const elsewhere = results.filter(
      ({ trial, found }) =>
        found.length > 0 && !found.some(({ at, code }) => at.file.endsWith(trial.file) || code === 'unknown-reference'),
    );
    expect(elsewhere.map(described)).toEqual([]);
  });

  test('in the YAML syntax is reported in its line or an adjacent one', () => {
    const broken = results.filter(({ found }) => found[0]?.code.startsWith('yaml-') && found[0].code !== 'yaml-alias');
    expect(broken.length).toBeGreaterThan(100);
    const far = broken.filter(({ trial, found: [first] }) => !isNear((first?.at.line ?? 0) - trial.line));
    // A wrong indentation of a map with one entry is only visible at its next sibling.
    expect(far.map(described).filter((text) => !text.includes('yaml-indentation'))).toEqual([]);
    expect(far.length).toBeLessThanOrEqual(broken.length * 0.05);
  });
});

function isNear(lines: number): boolean {
  return lines >= -1 && lines <= 1;
}
