/** A file that a command writes: its path below the folder it is for, with forward slashes, and its text. */
export interface TemplateFile {
  readonly path: string;
  readonly text: string;
}

/** A name as the start of a sentence: `acme-bank` as `Acme bank`. */
export function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A name as a part of an operationId: `acme-bank` as `AcmeBank`. */
export function pascalOf(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** The line that tells an editor the schema of a document; nothing where the document cannot reach it. */
export function schemaLine(schemas: string | undefined): string {
  return schemas === undefined ? '' : `# yaml-language-server: $schema=${schemas}/document.schema.json\n`;
}
