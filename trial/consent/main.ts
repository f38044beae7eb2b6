/** Runs this part as a program; its settings are in start.ts. */
import { serve } from '../server/serve';
import { startConsent } from './start';

serve('consent', () => startConsent(process.env));
