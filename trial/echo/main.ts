/** Runs this part as a program; its settings are in start.ts. */
import { serve } from '../server/serve';
import { startEcho } from './start';

serve('echo', () => startEcho(process.env));
