/** A code block of a Markdown text that a reader follows. */
export type Block =
  | { readonly is: 'sh' | 'text'; readonly text: string; readonly line: number }
  | { readonly is: 'file'; readonly file: string; readonly text: string; readonly line: number }
  | { readonly is: 'diff'; readonly file: string; readonly old: string; readonly fresh: string; readonly line: number };

/**
 * The blocks of a Markdown text in order: `sh` to run, `text` with the output of the previous run, `diff` to apply, and `ts` to write
 * to the file named in the comment on its first line. Other blocks are ignored.
 */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const match of markdown.matchAll(/^```(sh|text|diff|ts)\n([\s\S]*?)^```$/gm)) {
    const [, is, text = ''] = match;
    const line = markdown.slice(0, match.index).split('\n').length;
    if (is === 'sh' || is === 'text') blocks.push({ is, text, line });
    else if (is === 'ts') {
      const file = /^\/\/ (\S+)\n/.exec(text)?.[1];
      if (file !== undefined) blocks.push({ is: 'file', file, text, line });
    } else blocks.push({ is: 'diff', ...changeOf(text), line });
  }
  return blocks;
}

/** `--- FILE`, then removed lines (`- `) and added lines (`+ `). */
function changeOf(text: string): { file: string; old: string; fresh: string } {
  const [head = '', ...lines] = text.split('\n');
  const marked = (mark: string) =>
    lines
      .filter((line) => line.startsWith(`${mark} `))
      .map((line) => line.slice(2))
      .join('\n');
  return { file: head.replace('--- ', ''), old: marked('-'), fresh: marked('+') };
}
