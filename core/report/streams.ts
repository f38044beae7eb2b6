/**
 * For a program: ends it with one line and status 2 when standard output or standard error cannot be written. A reader that has
 * seen enough, such as `head`, is not an error.
 *
 * @param problemOf what went wrong in words, where there are words for it
 */
export function watchStreams(problemOf: (error: unknown) => string | undefined): void {
  const { stdout, stderr } = process;
  for (const [name, stream] of [
    ['standard output', stdout],
    ['standard error', stderr],
  ] as const)
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      const line = `error: cannot write to ${name}: ${problemOf(error) ?? error.code}\n`;
      stderr.write(line, () => process.exit(2));
    });
}
