import type { Json } from '../../model';

/** What people write for a value in other positions, as what a catalog has for it. Each keeps what is meant. */
const REPAIRS: readonly ((text: string) => string)[] = [
  (text) => text.trim(),
  // OpenSSL prints thumbprints in upper case with colons.
  (text) => (/^[0-9a-f:]{64,95}$/i.test(text) ? text.replaceAll(':', '').toLowerCase() : text),
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  // A digest with the name of its algorithm.
  (text) => text.replace(/^sha-?256[:=]\s*/i, '').toLowerCase(),
  // A decimal comma (unless three digits follow, which may be thousands), separated thousands, a missing percent sign.
  decimalPoint,
  (text) => decimalPoint(text.replace(/(?<=[0-9])[ _'\u00a0\u202f](?=[0-9])/g, '')),
  (text) => `${decimalPoint(text).replace(/\s*%?$/, '')}%`,
  // An incomplete version, or one with the prefix v.
  (text) => text.replace(/^v/i, ''),
  (text) => text.replace(/^v?([0-9.]+)$/i, '$1.0'),
  (text) => text.replace(/^v?([0-9.]+)$/i, '$1.0.0'),
  // A date with other separators.
  (text) => text.replace(/^([0-9]{4})[./]([0-9]{2})[./]([0-9]{2})$/, '$1-$2-$3'),
  (text) => text.replace(/^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ].*$/, '$1'),
  (text) => text.replace(/^([0-9]{1,6})\s*(w|weeks?)$/i, (_, weeks) => `${Number(weeks) * 7} days`),
  // A duration or size without a space, or with another unit name.
  (text) =>
    text.replace(/^([0-9]+)\s*([a-zA-Z]+)$/, (_, number, unit) => `${number} ${UNITS[unit.toLowerCase()] ?? unit}`),
  // A URL without its scheme, or with a trailing slash.
  (text) => text.replace(/\/+$/, ''),
  (text) => (/^[a-z0-9-]+(\.[a-z0-9-]+)+([:/]|$)/i.test(text) ? `https://${text}` : text),
  (text) => `/${text.replace(/^\/+|\/+$/g, '')}`,
  (text) => `./${text.replace(/^\/+/, '')}`,
  // A team on GitHub: its address, or its name without @.
  (text) => `@${text.replace(/^https:\/\/github\.com\/orgs\/([^/]+)\/teams\//, '$1/')}`,
];

function slug(text: string): string {
  if (!/^[\p{L}\p{M}\p{N} _.&'-]+$/u.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A language tag with the case and the hyphens of BCP 47: `pt_br` is `pt-BR`. */
function languageTag(text: string): string {
  const [, language = '', script = '', region = ''] =
    /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|[0-9]{3}))?$/i.exec(text) ?? [];
  const parts = [
    language.toLowerCase(),
    script.charAt(0).toUpperCase() + script.slice(1).toLowerCase(),
    region.toUpperCase(),
  ];
  return parts.filter((part) => part !== '').join('-');
}

function decimalPoint(text: string): string {
  return text.replace(/^([0-9]+),(?![0-9]{3}(?![0-9]))([0-9]+.*)$/, '$1.$2');
}

const UNITS: Readonly<Record<string, string>> = {
  ms: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  s: 'seconds',
  sec: 'seconds',
  secs: 'seconds',
  m: 'minutes',
  min: 'minutes',
  mins: 'minutes',
  h: 'hours',
  hr: 'hours',
  hrs: 'hours',
  d: 'days',
  mo: 'months',
  y: 'years',
  yr: 'years',
  k: 'KiB',
  kb: 'KiB',
  kib: 'KiB',
  mb: 'MiB',
  mib: 'MiB',
};

/** Longer texts are not a value in another notation. */
const LONGEST = 200;

/** A valid text that most likely means the same as an invalid one; undefined if there is none. */
export function repair(text: string, fits: (value: Json) => boolean): string | undefined {
  if (text.length > LONGEST || text.trim() === '') return undefined;
  return [...REPAIRS.map((repair) => repair(text)), ...nameFrom(text, fits)].find(
    (candidate) => candidate !== text && fits(candidate),
  );
}

/**
 * A name from a title, or in another notation. A field that allows capitals is for names from elsewhere (a client ID, a header),
 * whose spelling must not change.
 */
function nameFrom(text: string, fits: (value: Json) => boolean): readonly string[] {
  return fits('A') || fits('Ab-c') ? [] : [slug(text), languageTag(text)];
}

/** A number that was written as text; undefined if the schema does not allow it. */
export function unquoted(text: string, fits: (value: Json) => boolean): Json | undefined {
  const value = /^-?(0|[1-9][0-9]{0,15})(\.[0-9]{1,10})?$/.test(text) ? Number(text) : undefined;
  return value !== undefined && fits(value) ? value : undefined;
}
