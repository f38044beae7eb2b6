/** Runs this part as a program; its settings are in start.ts. */
import { serve } from '../server/serve';
import { startFront } from './start';

serve('front', () => startFront(process.env));
