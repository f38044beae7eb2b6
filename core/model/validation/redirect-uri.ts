import { type UrlProblem, urlProblem } from './web-address';

/** Why a text is not a redirect URI. */
export type RedirectUriProblem =
  | UrlProblem
  | { readonly is: 'fragment' }
  /** `encoded` is the URI with percent-encoding, if that is all that is missing. */
  | { readonly is: 'not-absolute'; readonly encoded?: string }
  | { readonly is: 'user-name' }
  /** http for another machine than the user's own; `rest` is everything after the scheme. */
  | { readonly is: 'http'; readonly rest: string }
  | { readonly is: 'no-path'; readonly scheme: string; readonly rest: string }
  /** A scheme that no native app may have. */
  | { readonly is: 'scheme'; readonly scheme: string };

const URI = /^([A-Za-z][A-Za-z0-9+.-]*):((?:[A-Za-z0-9._~:/?[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+)$/;
const USER = /^\/\/[^/?]*@/;
const LOOPBACK = /^\/\/(?:127(?:\.[0-9]{1,3}){3}|\[::1\]|localhost)(?::[0-9]+)?(?:[/?]|$)/i;

/**
 * Why a text is not a URI to which users may be redirected: https, http on the user's own machine, or a scheme of a native app, which
 * is a domain name in reverse (RFC 8252). Other schemes belong to the browser or to no one in particular, and `javascript:` runs
 * code. Undefined if it is one.
 */
export function redirectUriProblem(text: string): RedirectUriProblem | undefined {
  if (text.includes('#')) return { is: 'fragment' };
  const [, scheme = '', rest = ''] = URI.exec(text) ?? [];
  if (scheme === '') return notAbsolute(text);
  if (USER.test(rest)) return { is: 'user-name' };
  switch (scheme.toLowerCase()) {
    case 'https':
      return rest.startsWith('//') ? urlProblem(text) : notAbsolute(text);
    case 'http':
      if (!rest.startsWith('//')) return notAbsolute(text);
      return LOOPBACK.test(rest) ? urlProblem(text) : { is: 'http', rest };
    default:
      if (!scheme.includes('.')) return { is: 'scheme', scheme };
      return rest.startsWith('/') ? undefined : { is: 'no-path', scheme, rest };
  }
}

function notAbsolute(text: string): RedirectUriProblem {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: matches everything that is not ASCII
  const isAscii = !/[^\u0000-\u007f]/.test(text);
  const encoded = isAscii || /\p{Surrogate}/u.test(text) ? text : encodeURI(text).replaceAll('%25', '%');
  return URI.test(encoded) && !isAscii ? { is: 'not-absolute', encoded } : { is: 'not-absolute' };
}
