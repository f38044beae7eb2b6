#!/usr/bin/env node
import { processIo } from './io';
import { run } from './run';

// A reader that has seen enough, such as `head`, closes the pipe: that is no error of ours.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });

void run(process.argv.slice(2), processIo()).then((status) => {
  process.exitCode = status;
});
