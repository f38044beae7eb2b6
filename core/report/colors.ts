import { styleText } from 'node:util';

/** The role of a text; only this file decides how each role looks. */
export type Style = 'error' | 'warning' | 'position' | 'dim' | 'success';

export type Colorize = (style: Style, text: string) => string;

const FORMATS: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  error: 'red',
  warning: 'yellow',
  position: 'bold',
  dim: 'dim',
  success: 'green',
};

/** Returns a function that adds ANSI colours to a text, or one that returns texts unchanged. */
export function colorizer(isEnabled: boolean): Colorize {
  // The caller decides whether to use colours, not `styleText`, which looks at standard output.
  return (style, text) =>
    isEnabled && text !== '' ? styleText(FORMATS[style], text, { validateStream: false }) : text;
}
