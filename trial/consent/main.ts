/** Runs the consent service as a program; start.ts lists its environment variables. */
import { serve } from '../server/serve';
import { startConsent } from './start';

serve('consent', () => startConsent(process.env));
