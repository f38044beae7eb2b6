#!/usr/bin/env node
import { fileProblem } from '../core/model/wording';
import { watchStreams } from '../core/report';
import { processIo } from './io';
import { run } from './run';

watchStreams(fileProblem);
void run(process.argv.slice(2), processIo()).then((status) => {
  process.exitCode = status;
});
