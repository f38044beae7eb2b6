import { writeSync } from 'node:fs';
import { fileProblem } from '../../model/wording';
import { thrownWords } from './thrown-words';

/** How a guarded process ends. */
export interface Guard {
  /** Ends the process once everything is written, whatever may still be waiting in it. */
  end(status: 0 | 1 | 2): void;
}

/**
 * For a program that loads a catalog: keeps the process honest about what it was asked. A catalog's TypeScript may leave timers and
 * promises behind, and streams may fail. Each of these is one line and status 2, never a stack. A reader that has seen enough, such
 * as `head`, is no error.
 */
export function guard(): Guard {
  const exit = process.exit.bind(process);
  const fail = (message: string): never => {
    try {
      writeSync(2, `error: ${message}\n`);
    } catch {
      // There is nobody left to tell.
    }
    return exit(2);
  };
  const late = (thrown: unknown) =>
    fail(`code of the catalog failed after it was loaded: ${thrownWords(thrown)}; a catalog file cannot wait`);
  process.on('uncaughtException', late);
  process.on('unhandledRejection', late);
  process.exit = (() => {
    throw new Error('process.exit is called');
  }) as typeof process.exit;
  const streams = { 'standard output': process.stdout, 'standard error': process.stderr };
  for (const [name, stream] of Object.entries(streams))
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') fail(`cannot write to ${name}: ${fileProblem(error) ?? error.code}`);
    });
  // Results alone go to standard output, also when somebody's timer prints something.
  console.log = console.info = console.debug = console.error;
  return {
    end: (status) => {
      // A rejection that nobody waits for is told before this.
      setImmediate(() => process.stdout.write('', () => process.stderr.write('', () => exit(status))));
    },
  };
}
