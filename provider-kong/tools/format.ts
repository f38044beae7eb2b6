const WIDTH = 120;

/**
 * JSON with two spaces of indent in which what holds no further object stands on one line where it fits: one line per
 * attribute, so a diff reads attribute by attribute. The formatter of this repository leaves it as it is.
 */
export function format(value: unknown): string {
  return `${write(value, '', 0)}\n`;
}

/** `before`: columns that the line has used already, by indent and key. */
function write(value: unknown, indent: string, before: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const line = oneLine(value);
  if (line !== undefined && before + line.length + 1 <= WIDTH) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => `${inner}${write(item, inner, inner.length)}`);
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).map(([key, item]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return `${start}${write(item, inner, start.length)}`;
  });
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

function oneLine(value: object): string | undefined {
  if (Array.isArray(value)) {
    const items = value.map(leafText);
    return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  const entries = Object.entries(value).map(([key, item]) => [JSON.stringify(key), leafText(item)]);
  if (entries.length === 0) return '{}';
  if (entries.some(([, text]) => text === undefined)) return undefined;
  return `{ ${entries.map(([key, text]) => `${key}: ${text}`).join(', ')} }`;
}

function leafText(value: unknown): string | undefined {
  if (Array.isArray(value)) return oneLine(value);
  return typeof value === 'object' && value !== null ? undefined : JSON.stringify(value);
}
