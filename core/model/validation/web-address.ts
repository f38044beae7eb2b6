import { domainToASCII } from 'node:url';

/** Why a text that looks like an http or https URL is not valid. */
export type UrlProblem =
  | { readonly is: 'invalid-port'; readonly port: string }
  | { readonly is: 'no-host' }
  /** `ascii` is the ASCII form of an internationalized name, if there is one. */
  | { readonly is: 'host-not-ascii'; readonly host: string; readonly ascii: string }
  | { readonly is: 'invalid-host'; readonly host: string }
  /** The host has the form of an IP address but is not one. */
  | { readonly is: 'invalid-ip'; readonly host: string }
  /** Programs read the host as another one, such as `0x7f.1` as `127.0.0.1`. */
  | { readonly is: 'other-host'; readonly host: string; readonly normalized: string };

export const MAX_PORT = 65_535;
const MAX_HOST_LENGTH = 253;
const AUTHORITY = /^https?:\/\/(\[[^\]/?#]*\]|[^:/?#[]*|\[[^/?#]*)(?::([^/?#]*))?(?=[/?#]|$)/i;
// Names of machines sometimes contain underscores, unlike those of partners.
const NAME = /^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.?$/i;

/**
 * Why an http or https URL is not valid: all programs must read the same host and port in it. Undefined if it is valid, or if the
 * text does not look like a URL.
 */
export function urlProblem(text: string): UrlProblem | undefined {
  const [matched, host = '', port] = AUTHORITY.exec(text) ?? [];
  if (matched === undefined) return undefined;
  if (port !== undefined && !(/^[1-9][0-9]{0,4}$/.test(port) && Number(port) <= MAX_PORT))
    return { is: 'invalid-port', port };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: matches everything that is not ASCII
  if (/[^\u0000-\u007f]/.test(host)) return { is: 'host-not-ascii', host, ascii: domainToASCII(host) };
  if (host === '') return { is: 'no-host' };
  const isValid = host.startsWith('[') || (NAME.test(host) && host.length <= MAX_HOST_LENGTH);
  if (!isValid) return { is: 'invalid-host', host };
  const normalized = URL.canParse(text) ? new URL(text).hostname : undefined;
  if (normalized === undefined) return { is: 'invalid-ip', host };
  return normalized === host.toLowerCase() ? undefined : { is: 'other-host', host, normalized };
}
