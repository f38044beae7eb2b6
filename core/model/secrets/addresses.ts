import type { SecretFormat } from './format';

/** URLs that grant access by themselves, and keys in connection strings. */
export const ADDRESS_FORMATS: readonly SecretFormat[] = [
  {
    what: 'Slack webhook',
    traces: ['hooks.slack.com/'],
    pattern: /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9]{6,20}\/[A-Za-z0-9/]{10,120}/g,
  },
  {
    what: 'Discord webhook',
    traces: ['/api/webhooks/'],
    pattern: /\bdiscord(?:app)?\.com\/api\/webhooks\/[0-9]{15,22}\/[A-Za-z0-9_-]{50,90}/g,
  },
  {
    what: 'Teams webhook',
    traces: ['/IncomingWebhook/'],
    pattern: /\bwebhook\.office\.com\/webhookb2\/[A-Za-z0-9@-]{30,120}\/IncomingWebhook\/[A-Za-z0-9/-]{30,120}/g,
  },
  {
    what: 'Azure account key',
    traces: ['AccountKey=', 'SharedAccessKey='],
    pattern: /(?<=\b(?:AccountKey|SharedAccessKey)=)[A-Za-z0-9+/]{40,100}={0,2}/g,
  },
  {
    what: 'shared access signature',
    traces: ['sig='],
    // Azure: 32 bytes in base64, percent-encoded or not.
    pattern: /(?<=[?&;]sig=)[A-Za-z0-9+/%]{43,90}(?:={1,2})?/g,
  },
  {
    what: 'signed address',
    traces: ['X-Amz-Signature=', 'X-Goog-Signature='],
    pattern: /(?<=\bX-(?:Amz|Goog)-Signature=)[0-9a-f]{64,1024}/g,
    mayBeExample: true,
  },
  {
    what: 'password in an address',
    traces: ['://'],
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"'{}<>]{0,200}:[^\s/@"'{}<>]{1,200}@/gi,
    mayBeExample: true,
  },
];
