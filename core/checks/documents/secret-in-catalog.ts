import type { LoadCheck } from '../check';

export const secretInCatalog: LoadCheck = {
  code: 'secret-in-catalog',
  severity: 'error',
  per: 'document',
  summary: 'A file of the catalog contains a secret, such as a private key, a token or a password.',
  rationale: 'everybody who can read the repository could use it, and it stays in the history of the repository',
  fix: 'Remove it, treat it as leaked and replace it. Write a reference to where the secret is stored: `{vault://…}`.',
  details: `Every file in the folder of the catalog is searched, including JSON, programs, key files and documentation, up to 64 MiB each.

- **By its format**, in any field, key or comment: private keys (PEM with any header, PKCS 8 without one, base64 of PEM, PuTTY, private members of JSON Web Keys) and key stores; the tokens of about fifty issuers, such as AWS, Azure, GitHub, GitLab, Google, Kong, npm, OpenAI, PyPI, SendGrid, Slack, Stripe and Vault; webhooks of Slack, Discord and Teams; Azure account keys and shared access signatures; passwords in URLs and connection strings; \`Authorization\` headers, JSON Web Tokens, and settings such as \`password=…\`.
- **By its name**, in documents, JSON and programs: the value of a key or variable such as \`client_secret\`, \`apiKey\` or \`REDIS_PASSWORD\`; in documents also a pair, \`{ name: REDIS_PASSWORD, value: … }\`.

Not reported: vault references and variables (\`$DB_PASSWORD\`), placeholders (\`<password>\`, \`PASSWORD\`, \`your-token\`, \`****\`), shortened examples (with \`…\` or \`...\`), AWS's \`…EXAMPLE\` keys, pagination tokens (\`nextToken=…\`) and names of token policies. In OpenAPI files and documentation, a value that may be an example (a JSON Web Token, a header, a password in a URL, a setting) is not reported.

A text with a colon (\`Token: …\`) may be a sentence and is not reported, but it is hidden wherever a line of the file is shown. In YAML, a line that was commented out (\`# password: …\`) is reported if its value contains a letter and a digit.`,
  waivable: false,
  examples: {
    avoid: `kind: Environment
name: sandbox
counters: { password: correct-horse-battery-staple }
`,
    prefer: `kind: Environment
name: sandbox
counters: { password: '{vault://env/redis}' }
`,
  },
};
