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

  CLIENT_ID  the client ID of an application: parcel-wren-courier-sandbox
  SCOPE      scopes and purpose: dpv:DeliveryOfGoods location-verification:verify; omit for operations that require none
  --user     requests a token of this user: tel:+34600000001`;

/** The result of the command. */
export interface CommandResult {
  /** 0: success; 1: the issuer refused or did not respond; 2: usage error. */
  readonly status: 0 | 1 | 2;
  /** The token, or the reason why there is none. */
  readonly text: string;
}

/**
 * Gets an access token from the trial's issuer, with the client key that the issuer wrote.
 *
 * @param args `CLIENT_ID [SCOPE...] [--user LOGIN_HINT]`
 * @param env GATEWRIGHT_CATALOG, GATEWRIGHT_ENVIRONMENT, ISSUER_URL, ISSUER_HOST, ISSUER_PORT and ISSUER_KEYS, as for the issuer
 */
export async function tokenCommand(args: readonly string[], env: Env): Promise<CommandResult> {
  try {
    return { status: 0, text: await requestToken(args, env) };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (error instanceof TokenRefused) return { status: 1, text: `the issuer responded with ${error.status}: ${text}` };
    return { status: error instanceof ConfigurationError ? 2 : 1, text };
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { user: { type: 'string' } } });
  } catch (error) {
    throw new ConfigurationError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function readKey(file: string): JWK {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new ConfigurationError(
      `${file} does not contain a key; delete it and restart the issuer, which writes a new one`,
    );
  }
}

/** @throws Error with the edit to make or the reason of the issuer */
async function requestToken(args: readonly string[], env: Env): Promise<string> {
  const { positionals, values } = parse(args);
  // A client ID may contain spaces, a scope may not.
  const [clientId, ...rest] = positionals;
  const scopes = rest.flatMap((argument) => argument.split(' ')).filter((scope) => scope !== '');
  if (clientId === undefined || clientId === '') throw new ConfigurationError(USAGE);
  const file = new ClientKeys(resolve(readVariable(env, 'ISSUER_KEYS') ?? '.gatewright/keys')).fileOf(clientId);
  if (!existsSync(file))
    throw new ConfigurationError(`client '${clientId}' has no key; the issuer writes ${file} when it starts`);
  const client = {
    url: `http://${readVariable(env, 'ISSUER_HOST') ?? '127.0.0.1'}:${readPort(env, 'ISSUER_PORT', 9002)}`,
    issuer: readIssuerName(env, () => loadFolder(resolve(readVariable(env, 'GATEWRIGHT_CATALOG') ?? 'catalog'))),
    clientId,
    key: readKey(file),
  };
  const request = { scope: scopes.join(' ') };
  return values.user === undefined ? clientToken(client, request) : userToken(client, request, values.user);
}
