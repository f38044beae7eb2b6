/** Runs this part as a program; its settings are in start.ts. */
import { serve } from '../server/serve';
import { startIssuer } from './start';

serve('issuer', () => startIssuer(process.env));
