import { createPrivateKey } from 'node:crypto';

const PRIVATE_LABEL = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;
const PEM_BLOCK = /-----BEGIN [A-Z0-9 ]+-----([A-Za-z0-9+/=\s]+)-----END [A-Z0-9 ]+-----/g;
const FORMS = ['pkcs8', 'pkcs1', 'sec1'] as const;

/** Whether a text contains a private key in PEM format, under its own label or under another. */
export function holdsPrivateKey(text: string): boolean {
  if (!text.includes('-----BEGIN ')) return false;
  if (PRIVATE_LABEL.test(text)) return true;
  return [...text.matchAll(PEM_BLOCK)].some(([, body = '']) => isPrivateKey(Buffer.from(body, 'base64')));
}

function isPrivateKey(der: Buffer): boolean {
  return FORMS.some((type) => {
    try {
      createPrivateKey({ key: der, format: 'der', type });
      return true;
    } catch {
      return false;
    }
  });
}
