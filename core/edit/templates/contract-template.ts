import { stringify } from 'yaml';
import { schemaLine, titleOf } from './file';

/** A text of a contract template. */
export interface ContractText {
  readonly language: string;
  /** Path from the document to the file. */
  readonly file: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
}

/** The values of a new ContractTemplate document. */
export interface ContractTemplateTemplate {
  readonly name: string;
  readonly version: string;
  /** First day on which it can be accepted, 'YYYY-MM-DD'. */
  readonly effective: string;
  /** At least one, the main language first. */
  readonly texts: readonly ContractText[];
  /** Path from the document to the folder of schemas. */
  readonly schemas: string | undefined;
}

/** The notice periods of a new contract template, and how its text states them. */
const NOTICE = { price: '60 days', deprecation: '12 months', termination: '3 months' } as const;

/** A new ContractTemplate document with one version. */
export function contractTemplateDocument(template: ContractTemplateTemplate): string {
  const { name, version, effective, texts, schemas } = template;
  return `${schemaLine(schemas)}kind: ContractTemplate
name: ${name}
title: ${contractTitle(name)}
versions: # keep a version as long as a contract has it
  ${version}:
    effective: ${effective} # first day on which partners can accept it
    texts: # a text never changes: a new text is a new version
${texts.map(textItem).join('')}    notice: # how long before a change the operator announces it
      price: ${NOTICE.price}
      deprecation: ${NOTICE.deprecation}
      termination: ${NOTICE.termination}
    responsibilities: # who does what: operator, partner or reseller
      consent-capture: partner
      user-information: partner
      credential-custody: partner
      incident-notification: operator
`;
}

function textItem({ language, file, sha256 }: ContractText): string {
  return `      ${language}: { file: ${stringify(file, { lineWidth: 0 }).trim()}, sha256: ${stringify(sha256).trim()} }\n`;
}

/** A first text for a new contract template, which says the same as the document. */
export function contractText(name: string, version: string): string {
  return `# ${contractTitle(name)}, version ${version}

1. The operator gives the partner access to the APIs to which its applications subscribe, at the terms of their tier.
2. The partner uses the APIs only for the purposes that its subscriptions name.
3. The operator announces changes of prices and other terms ${NOTICE.price} before they take effect.
4. The operator announces the end of an API ${NOTICE.deprecation} before. Either side may end this contract with a notice of ${NOTICE.termination}.

Who does what:

- The partner asks users for their consent, and informs them about the processing of their data.
- The partner keeps the credentials of its applications.
- The operator reports incidents to the partner.
`;
}

/** `Standard contract` for `standard`, `Developer terms` for `developer-terms`. */
function contractTitle(name: string): string {
  const title = titleOf(name);
  return /\b(contract|agreement|terms)\b/i.test(title) ? title : `${title} contract`;
}
