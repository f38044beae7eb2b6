/** The echo upstream as a program. Settings: GATEWRIGHT_CATALOG (catalog), ECHO_HOST (127.0.0.1), ECHO_PORT (9001). */
import { resolve } from 'node:path';
import { listen } from '../server/listen';
import { serve } from '../server/serve';
import { portSetting, setting } from '../server/settings';
import { answersOf } from './answers';
import { echo } from './echo';

serve('echo', async () => {
  const { env } = process;
  const answers = answersOf(resolve(setting(env, 'GATEWRIGHT_CATALOG') ?? 'catalog'));
  return [await listen(echo(answers), { host: setting(env, 'ECHO_HOST'), port: portSetting(env, 'ECHO_PORT', 9001) })];
});
