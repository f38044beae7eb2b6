import { addressProblem, type FormProblem } from './web-address';

const URI = /^([A-Za-z][A-Za-z0-9+.-]*):((?:[A-Za-z0-9._~:/?[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+)$/;
const USER = /^\/\/[^/?]*@/;
const LOOPBACK = /^\/\/(?:127(?:\.[0-9]{1,3}){3}|\[::1\]|localhost)(?::[0-9]+)?(?:[/?]|$)/i;

/**
 * What keeps a text from being an address to which users are sent back: https; http on the user's own machine; or a scheme of a
 * native app, which is a domain name in reverse (RFC 8252). Other schemes belong to the browser or to nobody in particular, and
 * `javascript:` runs what follows. Undefined where nothing does.
 */
export function redirectUriProblem(text: string): FormProblem | undefined {
  if (text.includes('#')) {
    return { message: 'it has a fragment, which a redirect URI may not have', hint: 'take out the # and what follows' };
  }
  const [, scheme = '', rest = ''] = URI.exec(text) ?? [];
  if (scheme === '') return unreadable(text);
  if (USER.test(rest)) return { message: 'it has a user name', hint: 'take out the @ and what precedes it' };
  switch (scheme.toLowerCase()) {
    case 'https':
      return rest.startsWith('//') ? addressProblem(text) : unreadable(text);
    case 'http':
      if (!rest.startsWith('//')) return unreadable(text);
      if (LOOPBACK.test(rest)) return addressProblem(text);
      return {
        message: "http is allowed for the user's own machine only (127.0.0.1, [::1])",
        hint: `write https:${rest}`,
      };
    default:
      return scheme.includes('.') && rest.startsWith('/') ? undefined : foreignScheme(scheme, rest);
  }
}

function unreadable(text: string): FormProblem {
  const message = 'it is not an absolute URI';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the border of ASCII is what is looked for
  if (/[^\u0000-\u007f]/.test(text) && URI.test(encoded(text))) return { message, hint: `write '${encoded(text)}'` };
  return { message, hint: "write it like 'https://checkout.acme.example/callback' or 'com.example.app:/callback'" };
}

function encoded(text: string): string {
  return /\p{Surrogate}/u.test(text) ? text : encodeURI(text).replaceAll('%25', '%');
}

function foreignScheme(scheme: string, rest: string): FormProblem {
  return scheme.includes('.')
    ? { message: `there is no path behind '${scheme}:'`, hint: `write '${scheme}:/${rest}'` }
    : {
        message: `scheme '${scheme.slice(0, 60)}' is not one of a native app; these are domain names in reverse (RFC 8252)`,
        hint: "write https, or a scheme like 'com.example.app'",
      };
}
