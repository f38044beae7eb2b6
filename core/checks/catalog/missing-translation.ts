import { isLater, programmeOf } from '../../model';
import { type Check, found } from '../check';

export const missingTranslation: Check<'missing-translation'> = {
  code: 'missing-translation',
  severity: 'warning',
  per: 'catalog',
  summary: 'A version of a contract template that can be accepted has no text in a language of the Programme.',
  rationale: 'partners expect the text in each language of the programme before they accept it',
  fix: 'Add the text to `texts`, or remove the language from `languages` of the Programme.',
  details: 'A text in `pt` counts for `pt-BR`, and vice versa. Retired versions are not checked.',
  waivable: true,
  examples: {
    avoid: `kind: Programme
name: northwind
languages: [en, es]
---
kind: ContractTemplate
name: reseller
versions: { 1.0.0: { retired: 2026-11-01 } }
`,
    prefer: `kind: Programme
name: northwind
languages: [en]
`,
  },
  *find({ catalog, asOf }) {
    const languages = programmeOf(catalog)?.value.languages ?? [];
    for (const template of catalog.contractTemplates.values()) {
      for (const [version, { texts, retired }] of Object.entries(template.value.versions)) {
        if (retired !== undefined && !isLater(retired, asOf)) continue;
        const missing = languages.filter((language) => !Object.keys(texts).some((text) => matches(text, language)));
        if (missing.length === 0) continue;
        yield found(
          template.at(['versions', version, 'texts'], 'key'),
          `version ${version} of contract template '${template.name}' has no text in ${missing.map((language) => `'${language}'`).join(', ')}`,
          'add the text to `texts`, or remove the language from `languages` of the Programme',
        );
      }
    }
  },
};

/** Whether two language tags are equal, or one is the other with a script or region. */
function matches(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}
