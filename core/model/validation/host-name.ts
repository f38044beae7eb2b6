import { domainToASCII } from 'node:url';
import type { FormProblem } from './web-address';

const NAME = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** What keeps a text from being a host name as DNS and the gateway have it, where the name that is meant can be seen in it. */
export function hostProblem(text: string): FormProblem | undefined {
  if (NAME.test(text)) return undefined;
  const [, star = '', host = ''] =
    /^(?:[a-z][a-z0-9+.-]*:\/\/)?(\*\.)?([^/?#:@\s]+)\.?(?::[0-9]+)?(?:[/?#].*)?$/i.exec(text) ?? [];
  const meant = `${star}${domainToASCII(host)}`;
  if (host === '' || meant === text || !NAME.test(meant)) return undefined;
  return {
    message: 'it is not a host name in lower-case ASCII, without scheme, port and path',
    hint: `write '${meant}'`,
  };
}
