import type { Command } from 'commander';

/** The problem of a command line, in a few words; undefined if the parser accepts it. */
export function commandLineProblem(program: Command, words: readonly string[]): string | undefined {
  let command = program;
  const rest = [...words];
  while (command.commands.length > 0 && rest[0] !== undefined && !rest[0].startsWith('-')) {
    const name = rest.shift();
    const child = command.commands.find((one) => one.name() === name);
    if (!child) return `'${command.name()}' has no command '${name}'`;
    command = child;
  }
  let given = 0;
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    if (word === '--help' || word === '--version') return undefined;
    if (!word.startsWith('--')) given += 1;
    else {
      const [name, value] = word.split('=', 2);
      const option = command.options.find((one) => one.long === name);
      if (!option) return `'${command.name()}' has no option '${name}'`;
      if (option.required && value === undefined && rest.shift() === undefined) return `'${name}' has no value`;
    }
  }
  const needed = command.registeredArguments.filter((one) => one.required).length;
  if (given > command.registeredArguments.length) return `'${command.name()}' takes fewer arguments`;
  if (words.length > 1 && given < needed) return `'${command.name()}' takes more arguments`;
  return undefined;
}

/** A command line in a text. */
export interface ShownCommand {
  readonly line: number;
  /** The text of the command before the program's name. */
  readonly prefix: string;
  readonly words: readonly string[];
}

/** Every `gatewright COMMAND …` in a Markdown text: in blocks, and between backticks. */
export function commandLinesIn(markdown: string): readonly ShownCommand[] {
  return markdown.split('\n').flatMap((text, index) => {
    const matches = text.matchAll(
      /((?:npx (?:--no-install )?)?)\bgatewright ((?:check|synth|report|init|new|schema|--\w+)\b[^`|&;#>…)"]*)/g,
    );
    return [...matches].map(([, prefix = '', command = '']) => ({
      line: index + 1,
      prefix,
      words: [...command.trim().matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word),
    }));
  });
}
