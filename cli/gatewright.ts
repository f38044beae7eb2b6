#!/usr/bin/env node
import { guard } from '../model/typescript';
import { processIo } from './io';
import { run } from './run';

const { end } = guard();
void run(process.argv.slice(2), processIo()).then(end);
