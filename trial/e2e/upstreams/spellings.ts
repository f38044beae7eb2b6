/** Spellings of a path that some upstream interprets as the path itself, or as a prefix of it. */
export function spellingsOf(path: string): readonly string[] {
  const segments = path.split('/').slice(1);
  const last = segments.at(-1) ?? '';
  const before = segments.slice(0, -1);
  const withLast = (text: string) => `/${[...before, text].join('/')}`;
  const hex = (text: string) => `%${text.charCodeAt(0).toString(16).padStart(2, '0')}`;
  const encoded = [...last].map(hex).join('');
  const inner = last.slice(1);
  return [
    path,
    path.toUpperCase(),
    withLast(`${last.charAt(0).toUpperCase()}${inner}`),
    // Percent-encoding, once and twice.
    withLast(`${hex(last.charAt(0))}${inner}`),
    withLast(encoded),
    withLast(encoded.toUpperCase()),
    withLast(`${hex(last.charAt(0)).replace('%', '%25')}${inner}`),
    `/${segments.map((segment) => [...segment].map(hex).join('')).join('/')}`,
    // Letters that may be folded to others: long s, Kelvin sign, full width.
    withLast(last.replace(/s/, '%C5%BF').replace(/k/, '%E2%84%AA')),
    withLast(`%EF%BD%${(last.charCodeAt(0) - 0x61 + 0x81).toString(16).toUpperCase()}${inner}`),
    // After the last segment.
    ...SUFFIXES.map((suffix) => `${path}${suffix}`),
    // Before the last segment.
    ...[';', ';a=b', '%3B', '%00', '%20', '%09', '%C2%AD', '%EF%BB%BF', '.', '%2e', '+'].map((text) =>
      withLast(`${text}${last}`),
    ),
    // Between the segments.
    ...SEPARATORS.map((separator) => `/${segments.join(separator)}`),
    // Before the first segment.
    ...['//', '/./', '/%2e/', '/x/../', '/x/%2e%2e/', '/;/', '/;a=b/', '/..;/', '/.;/', '/%2F', '/%5C', '/\\'].map(
      (prefix) => `${prefix}${segments.join('/')}`,
    ),
    // After another path.
    ...['/items/..;/', '/items/%2e%2e;/', '/items/4711/..;/', '/items/4711%2F..%2F..%2F', '/items/..%5C'].map(
      (prefix) => `${prefix}${segments.join('/')}`,
    ),
  ];
}

const SUFFIXES = [
  '/',
  '//',
  '/.',
  '/%2e',
  '/./',
  '/x/..',
  '/x/%2e%2e',
  '/;',
  '/..;/',
  ';',
  ';a=b',
  ';/',
  ';%2F',
  '%3B',
  '%3ba=b',
  '#',
  '#f',
  '%23',
  '%23f',
  '?',
  '?a=/items/4711',
  '%3F',
  '%3Fa=b',
  '%00',
  '%0A',
  '%0D%0A',
  '%09',
  '%20',
  '%C2%A0',
  '%E2%80%A8',
  '%C2%AD',
  '%EF%BB%BF',
  '.',
  '..',
  '%2E',
  '.json',
  '%2F',
  '%2f',
  '%252F',
  '%5C',
  '\\',
  '%255C',
  '%C0%AF',
  '%',
  '%2',
  '%zz',
  '::$DATA',
  '~',
  '*',
];

const SEPARATORS = ['//', '///', '/./', '/%2e/', '/x/../', '/x/%2e%2e/', '/.;/', '/;/', ';/', ';a=b/', '%3B/'].concat([
  '%2F',
  '%2f',
  '%252F',
  '%5C',
  '%255C',
  '\\',
  '%E2%88%95',
  '%EF%BC%8F',
  '%C0%AF',
  '/x/..;/',
  '/x/..%3B/',
]);
