#!/usr/bin/env node
import { watchStreams } from '../core/report';
import { processIo } from './io';
import { run } from './run';

watchStreams();
void run(process.argv.slice(2), processIo()).then((status) => {
  process.exitCode = status;
});
