/** A file that a command writes. Its path is relative to the target folder, with forward slashes. */
export interface TemplateFile {
  readonly path: string;
  readonly text: string;
}

/** A title derived from a name: `Acme bank` from `acme-bank`. */
export function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A name as part of an operationId: `AcmeBank` from `acme-bank`. */
export function pascalOf(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** The comment with which editors find the schema of a document; empty if there is no path to the schemas. */
export function schemaLine(schemas: string | undefined): string {
  return schemas === undefined ? '' : `# yaml-language-server: $schema=${schemas}/document.schema.json\n`;
}
