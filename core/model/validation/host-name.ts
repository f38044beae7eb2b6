import { domainToASCII } from 'node:url';

const NAME = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The host name in a text that is not one, such as a URL; undefined if the text is a host name, or contains none. */
export function hostNameIn(text: string): string | undefined {
  if (NAME.test(text)) return undefined;
  const [, star = '', host = ''] =
    /^(?:[a-z][a-z0-9+.-]*:\/\/)?(\*\.)?([^/?#:@\s]+)\.?(?::[0-9]+)?(?:[/?#].*)?$/i.exec(text) ?? [];
  const name = `${star}${domainToASCII(host)}`;
  return host === '' || name === text || !NAME.test(name) ? undefined : name;
}
