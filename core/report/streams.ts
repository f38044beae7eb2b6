import { fileProblem } from '../model/messages';

/**
 * For a program: ends it with one line and status 2 when standard output or standard error cannot be written. A reader that has
 * seen enough, such as `head`, is not an error.
 */
export function watchStreams(): void {
  const { stdout, stderr } = process;
  for (const [name, stream] of [
    ['standard output', stdout],
    ['standard error', stderr],
  ] as const)
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      const line = `error: cannot write to ${name}: ${fileProblem(error) ?? error.code}\n`;
      stderr.write(line, () => process.exit(2));
    });
}
