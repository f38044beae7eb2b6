import { styleText } from 'node:util';

/** Words for what a text is; how it looks is decided here alone. */
export type Style = 'error' | 'warning' | 'place' | 'quiet' | 'good';

export type Paint = (style: Style, text: string) => string;

const FORMATS: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  error: 'red',
  warning: 'yellow',
  place: 'bold',
  quiet: 'dim',
  good: 'green',
};

/** A painter with ANSI colours, or one that leaves texts as they are. */
export function paint(color: boolean): Paint {
  // Whether there are colours is the caller's decision, not that of the stream that standard output happens to be.
  return (style, text) => (color && text !== '' ? styleText(FORMATS[style], text, { validateStream: false }) : text);
}
