const SECRET_WORDS = new Set(['password', 'passwd', 'passphrase', 'secret', 'token', 'apikey', 'authorization']);
const SECRET_KEYS = new Set(['api', 'private', 'access', 'signing', 'encryption', 'shared', 'account']);

/** The members of a JSON Web Key that only a private or symmetric key has (RFC 7518). */
export const PRIVATE_JWK_MEMBERS: readonly string[] = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Whether a key names a secret: `client_secret`, `apiKey`, `REDIS_PASSWORD`, `tokens`. */
export function namesSecret(key: string): boolean {
  const words = key
    .slice(0, 100)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const last = words.at(-1)?.replace(/s$/, '') ?? '';
  return (
    SECRET_WORDS.has(last) ||
    SECRET_WORDS.has(words.at(-1) ?? '') ||
    (last === 'key' && SECRET_KEYS.has(words.at(-2) ?? ''))
  );
}

/** Whether a value only refers to a secret: a vault reference, or a variable. */
export function isSecretReference(value: string): boolean {
  return /^\{vault:\/\/[^}\s]+\}$|^\$\{?[A-Z_][A-Z0-9_]*\}?$/.test(value.trim());
}

// `<password>`, `{{ password }}`, `${{ secrets.X }}`, `%PASSWORD%`, `****`, `xxxx`, `CLIENT_SECRET`, `your-token`.
const PLACEHOLDER =
  /^(?:<[^<>]{1,100}>|\$?\{\{[^{}]{1,100}\}\}|%[A-Z0-9_]{1,100}%|\*+|[xX]{3,}|[A-Z_]{3,}|[yY]our[-_ A-Z][\w -]{0,100})$/;

/** Whether a value in place of a secret is harmless: a reference, a placeholder, or a shortened example. */
export function opensNothing(value: string): boolean {
  return isSecretReference(value) || PLACEHOLDER.test(value.trim()) || isShortened(value);
}

/** Whether a value is shortened, and therefore an example: `sk-abc…`. */
export function isShortened(value: string): boolean {
  return /…|\.\.\./.test(value);
}
