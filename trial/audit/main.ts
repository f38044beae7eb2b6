/** Runs this part as a program; its settings are in start.ts. */
import { serve } from '../server/serve';
import { startAudit } from './start';

serve('audit', () => startAudit(process.env));
