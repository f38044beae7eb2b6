import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { JWK } from 'jose';
import { ClientKeys } from '../issuer/client-keys';
import { readIssuerName } from '../issuer/issuer-name';
import { loadFolder } from '../server/catalog';
import { ConfigurationError, type Env, readPort, readVariable } from '../server/env';
import { clientToken, TokenRefused, userToken } from './tokens';

const USAGE = `usage: npm run -s gateway:token -- CLIENT_ID [SCOPE...] [--user LOGIN_HINT]

  CLIENT_ID  the client id of an application: parcel-wren-courier-sandbox
  SCOPE      scopes, with the purpose: dpv:DeliveryOfGoods location-verification:verify; none for operations that need none
  --user     asks for the token of a user: tel:+34600000001`;

/** How the command ended. */
export interface CommandResult {
  /** 0: a token; 1: the issuer refused or did not answer; 2: wrong usage. */
  readonly status: 0 | 1 | 2;
  /** The token, or why there is none. */
  readonly text: string;
}

/**
 * An access token of the trial's issuer, with the client's key that the issuer wrote.
 *
 * @param args `CLIENT_ID [SCOPE...] [--user LOGIN_HINT]`
 * @param env GATEWRIGHT_CATALOG, GATEWRIGHT_ENVIRONMENT, ISSUER_URL, ISSUER_HOST, ISSUER_PORT and ISSUER_KEYS, as the issuer has them
 */
export async function tokenCommand(args: readonly string[], env: Env): Promise<CommandResult> {
  try {
    return { status: 0, text: await ask(args, env) };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (error instanceof TokenRefused) return { status: 1, text: `the issuer says ${error.status} ${text}` };
    return { status: error instanceof ConfigurationError ? 2 : 1, text };
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { user: { type: 'string' } } });
  } catch (error) {
    throw new ConfigurationError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function keyIn(file: string): JWK {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new ConfigurationError(
      `${file} holds no key; remove it, and start the issuer again, which writes another one`,
    );
  }
}

/** @throws Error that says what to do */
async function ask(args: readonly string[], env: Env): Promise<string> {
  const { positionals, values } = parsed(args);
  // A client id may hold spaces, a scope may not.
  const [clientId, ...words] = positionals;
  const scopes = words.flatMap((word) => word.split(' ')).filter((word) => word !== '');
  if (clientId === undefined || clientId === '') throw new ConfigurationError(USAGE);
  const file = new ClientKeys(resolve(readVariable(env, 'ISSUER_KEYS') ?? '.gatewright/keys')).fileOf(clientId);
  if (!existsSync(file))
    throw new ConfigurationError(`there is no key of client '${clientId}'; the issuer writes ${file} when it starts`);
  const client = {
    url: `http://${readVariable(env, 'ISSUER_HOST') ?? '127.0.0.1'}:${readPort(env, 'ISSUER_PORT', 9002)}`,
    issuer: readIssuerName(env, () => loadFolder(resolve(readVariable(env, 'GATEWRIGHT_CATALOG') ?? 'catalog'))),
    clientId,
    key: keyIn(file),
  };
  const request = { scope: scopes.join(' ') };
  return values.user === undefined ? clientToken(client, request) : userToken(client, request, values.user);
}
