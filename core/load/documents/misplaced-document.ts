import { extname } from 'node:path/posix';
import type { Detection } from '../../model';
import { isMap, type Json, KINDS } from '../../model';
import { filePosition } from './positions';

/** Endings of files that are probably documents: JSON, a misspelt `.yaml`, `.txt`, or none. */
const ENDINGS = /^(?:\.json[5c]?|(?!\.ya?ml$)\.y[a-z]{0,5}|\.txt|)$/i;

const KIND_IN_YAML = new RegExp(`^kind:[ \\t]*["']?(?:${KINDS.join('|')})["']?[ \\t]*\\r?$`, 'm');

/** A document of the catalog in a file that is not read, because it does not end with `.yaml` or `.yml`. */
export function misplacedDocument(path: string, file: string, text: string): readonly Detection[] {
  const ending = extname(path);
  if (!ENDINGS.test(ending) || !(startsLikeYaml(text) ? KIND_IN_YAML.test(text) : holdsJson(text))) return [];
  const stem = (ending === '' ? path : path.slice(0, -ending.length)).replace(/\.ya?ml$/i, '');
  return [
    {
      code: 'misplaced-document',
      message:
        'file contains a document of the catalog but is not read, because its name does not end with .yaml or .yml',
      hint: `rename it to '${(stem.split('/').at(-1) ?? '').slice(-80)}.yaml'${startsLikeYaml(text) ? '' : '; JSON is valid YAML'}`,
      at: filePosition(file),
    },
  ];
}

/** Whether the first line that is not blank or a comment is a key or the beginning of a document. */
function startsLikeYaml(text: string): boolean {
  return /^(?:\s|#[^\n]*\n)*(?:---|[A-Za-z]+:)/.test(text.slice(0, 20_000));
}

function holdsJson(text: string): boolean {
  if (!/"kind"\s*:/.test(text)) return false;
  try {
    const value = JSON.parse(text) as Json;
    return (Array.isArray(value) ? value : [value]).some(
      (item: Json) => isMap(item) && (KINDS as readonly Json[]).includes(item.kind ?? null),
    );
  } catch {
    // Not JSON, so not a document that was saved as JSON.
    return false;
  }
}
