/** Runs the upstream stub as a program; start.ts lists its environment variables. */
import { serve } from '../server/serve';
import { startUpstreamStub } from './start';

serve('upstream-stub', () => startUpstreamStub(process.env));
