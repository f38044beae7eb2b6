/** Runs the audit service as a program; start.ts lists its environment variables. */
import { serve } from '../server/serve';
import { startAudit } from './start';

serve('audit', () => startAudit(process.env));
