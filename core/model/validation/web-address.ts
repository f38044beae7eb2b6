import { domainToASCII } from 'node:url';
import { cut } from '../messages/shown';

/** Why a text is not what its form makes it look like, and what to write. */
export interface FormProblem {
  /** As it goes on after the text: `port '99999' is out of range (1–65535)`. */
  readonly message: string;
  readonly hint: string;
}

const MOST_PORT = 65_535;
const LONGEST_HOST = 253;
const AUTHORITY = /^https?:\/\/(\[[^\]/?#]*\]|[^:/?#[]*|\[[^/?#]*)(?::([^/?#]*))?(?=[/?#]|$)/i;
// Names of machines have underscores now and then, other than those of partners.
const NAME = /^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.?$/i;

/**
 * What keeps a text that looks like an http or https address from being one: its host and its port have to be what every program
 * reads in them. Undefined where nothing does, and where the text does not even look like an address.
 */
export function addressProblem(text: string): FormProblem | undefined {
  const [matched, host = '', port] = AUTHORITY.exec(text) ?? [];
  if (matched === undefined) return undefined;
  if (port !== undefined && !(/^[1-9][0-9]{0,4}$/.test(port) && Number(port) <= MOST_PORT))
    return { message: portProblem(port), hint: `write a port from 1 to ${MOST_PORT}, or leave it out with its colon` };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the border of ASCII is what is looked for
  if (/[^\u0000-\u007f]/.test(host)) {
    const ascii = domainToASCII(host);
    return unreadableHost(host, ascii ? `write '${ascii}'` : 'write it in its ASCII form, which begins with xn--');
  }
  const fits = host.startsWith('[') || (NAME.test(host) && host.length <= LONGEST_HOST);
  if (!fits) return unreadableHost(host, 'write letters, digits and hyphens between dots, none of them first or last');
  const read = URL.canParse(text) ? new URL(text).hostname : undefined;
  if (read === undefined) return unreadableHost(host, "write a name, or an address like '10.0.0.5'");
  if (read === host.toLowerCase()) return undefined;
  return { message: `host '${cut(host)}' is another way to write '${read}'`, hint: `write '${read}'` };
}

function unreadableHost(host: string, hint: string): FormProblem {
  return { message: host === '' ? 'it has no host' : `host '${cut(host)}' is neither a name nor an address`, hint };
}

function portProblem(port: string): string {
  const range = `1–${MOST_PORT}`;
  if (port === '') return `its port is empty; ports are ${range}`;
  return /^(0|[1-9][0-9]*)$/.test(port)
    ? `port '${cut(port)}' is out of range (${range})`
    : `port '${cut(port)}' is not a number from 1 to ${MOST_PORT}`;
}
