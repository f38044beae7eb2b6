import { resolve } from 'node:path';
import { type Listening, listen } from '../server/listen';
import { portSetting, setting, type Variables } from '../server/settings';
import { answersOf } from './answers';
import { echo } from './echo';

/** The echo upstream. Settings: GATEWRIGHT_CATALOG (catalog), ECHO_HOST (127.0.0.1), ECHO_PORT (9001). */
export async function startEcho(env: Variables): Promise<readonly Listening[]> {
  const answers = answersOf(resolve(setting(env, 'GATEWRIGHT_CATALOG') ?? 'catalog'));
  return [await listen(echo(answers), { host: setting(env, 'ECHO_HOST'), port: portSetting(env, 'ECHO_PORT', 9001) })];
}
