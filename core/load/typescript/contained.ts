const ENDINGS = ['exit', 'reallyExit', 'abort'] as const;

/** Code of a catalog asked for the end of the process. */
export class ProcessEnded extends Error {
  constructor(readonly call: string) {
    super(`${call} is called`);
  }
}

/**
 * Runs code of a catalog's author without its taking the process with it: what it prints goes to standard error, for standard
 * output is for results, and what would end the process does not.
 *
 * @throws ProcessEnded when the code tried to end the process, also where it caught what it got for it
 */
export function contained<T>(run: () => T): T {
  const { stdout, stderr, exitCode } = process;
  const tries: ProcessEnded[] = [];
  const before = ENDINGS.map((name) => Object.getOwnPropertyDescriptor(process, name));
  const write = Object.getOwnPropertyDescriptor(stdout, 'write');
  for (const name of ENDINGS) {
    const refuse = () => {
      const ended = new ProcessEnded(`process.${name}`);
      Error.captureStackTrace(ended, refuse);
      tries.push(ended);
      throw ended;
    };
    Object.defineProperty(process, name, { configurable: true, enumerable: true, writable: true, value: refuse });
  }
  stdout.write = stderr.write.bind(stderr);
  try {
    return run();
  } finally {
    restore(stdout, 'write', write);
    ENDINGS.forEach((name, index) => {
      restore(process, name, before[index]);
    });
    process.exitCode = exitCode;
    // biome-ignore lint/correctness/noUnsafeFinally: whatever came of the code, this is what its author has to know.
    if (tries[0]) throw tries[0];
  }
}

/** Undefined: the property was inherited. */
function restore(target: object, name: string, before: PropertyDescriptor | undefined): void {
  if (before) Object.defineProperty(target, name, before);
  else Reflect.deleteProperty(target, name);
}
