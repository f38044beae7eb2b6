#!/usr/bin/env node
import { guard } from '../core/load/typescript';
import { processIo } from './io';
import { run } from './run';

const { end } = guard();
void run(process.argv.slice(2), processIo()).then(end);
