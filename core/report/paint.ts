/** Words for what a text is; how it looks is decided here alone. */
export type Style = 'error' | 'warning' | 'place' | 'quiet' | 'good';

export type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  error: [31, 39],
  warning: [33, 39],
  place: [1, 22],
  quiet: [2, 22],
  good: [32, 39],
};

/** A painter with ANSI colours, or one that leaves texts as they are. */
export function paint(color: boolean): Paint {
  return (style, text) => {
    if (!color || text === '') return text;
    const [on, off] = CODES[style];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
