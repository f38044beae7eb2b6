import type { SecretFormat } from './format';

/** A pagination token grants no access, nor does a placeholder in capitals or one that starts with 'your'. */
const NO_SECRET =
  '(?<!(?:[nN]ext|[pP]age|[cC]ontinuation|[sS]ync)[_-]?[tT]oken[sS]?[ ]{0,3}=[ ]{0,3}["\']?)(?![A-Z_]+(?![A-Za-z0-9])|[yY]our[-_A-Z])';

const WORDS = ['password', 'passwd', 'passphrase', 'secret', 'token'];
const KEYS = ['api', 'private', 'access', 'signing', 'encryption'].flatMap((word) =>
  ['', '_', '-'].map((joint) => `${word}${joint}key`),
);
const CAMEL = ['apiKey', 'privateKey', 'accessKey', 'signingKey', 'encryptionKey'];
// Of connection strings; PWD is also the variable with a shell's working directory.
const SHORT = ['pwd', 'Pwd'];
const NAMES = [
  ...new Set([...WORDS, ...KEYS, ...CAMEL].flatMap((word) => [word, capitalized(word), word.toUpperCase()])),
  ...SHORT,
].join('|');

/** Headers, and secrets that are written as a setting: a name followed by the value. */
export const SETTING_FORMATS: readonly SecretFormat[] = [
  {
    what: 'token',
    traces: ['eyJ'],
    pattern: /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+){0,2}/g,
    mayBeExample: true,
  },
  {
    what: 'Authorization header',
    traces: ['Bearer', 'Basic'],
    pattern: /\b(?:Bearer|Basic)[ ]+(?=[A-Za-z._~+/-]{0,200}[0-9])[A-Za-z0-9._~+/-]{16,}=*/g,
    mayBeExample: true,
  },
  {
    what: 'AWS secret key',
    traces: ['ecret'],
    pattern:
      /(?<=\b(?:aws[_.-]?)?secret[_.-]?access[_.-]?key["']?[ \t]{0,10}[:=][ \t]{0,10}["']?)[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/])/gi,
  },
  {
    what: 'AWS secret key',
    traces: ['SECRET'],
    pattern: /(?<=\bAWS_SECRET_ACCESS_KEY["']?[ \t]{0,10}[:=][ \t]{0,10}["']?)[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/])/g,
  },
  {
    what: 'AWS session token',
    traces: ['ession'],
    pattern: /(?<=\baws[_.-]?session[_.-]?token["']?[ \t]{0,10}[:=][ \t]{0,10}["']?)[A-Za-z0-9+/=]{100,2000}/gi,
  },
  // `password=hunter2`; not a placeholder for one, `password=PASSWORD`. With a colon it may be a sentence ("Token: how to get one"):
  // it is redacted in output, but not rejected.
  {
    what: 'secret in text',
    traces: ['='],
    pattern: new RegExp(`(?<=(?:${NAMES})[sS]?=["']?)${NO_SECRET}[A-Za-z0-9._~+/!@#%^-]{6,}`, 'g'),
    mayBeExample: true,
  },
  // With spaces around the sign it may be a sentence as well ("token = opaque"), so the value must look like a secret: it needs a digit.
  {
    what: 'secret in text',
    traces: ['= ', ' ='],
    pattern: new RegExp(
      `(?<=(?:${NAMES})[sS]?["']?(?: {1,3}=| {0,3}= {1,3}| {1,3}= {1,3})["']?)${NO_SECRET}(?=[A-Za-z._~+/!@#%^-]{0,100}[0-9])[A-Za-z0-9._~+/!@#%^-]{8,}`,
      'g',
    ),
    mayBeExample: true,
  },
];

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
