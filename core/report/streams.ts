import { fileProblem } from '../model/messages';

/**
 * Ends the process with one line and exit status 2 if standard output or standard error cannot be written. A reader that closes the
 * pipe early, such as `head`, is not an error.
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
