/** Runs the issuer as a program; start.ts lists its environment variables. */
import { serve } from '../server/serve';
import { startIssuer } from './start';

serve('issuer', () => startIssuer(process.env));
