/** Runs the admin proxy as a program; start.ts lists its environment variables. */
import { serve } from '../server/serve';
import { startAdminProxy } from './start';

serve('admin-proxy', () => startAdminProxy(process.env));
