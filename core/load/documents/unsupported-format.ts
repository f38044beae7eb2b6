import type { Detection, JsonObject } from '../../model';
import { CATALOG_FORMAT } from '../../model/kinds/programme';
import type { RawDocument } from './document';

/**
 * A Programme with another format than the one that this version of Gatewright reads. Nothing else is reported then, because every
 * document of the catalog may have another form.
 */
export function unsupportedFormat(documents: readonly RawDocument[]): Detection | undefined {
  const programme = documents.find(({ kind, value }) => {
    const format = kind === 'Programme' ? formatOf(value) : undefined;
    return format !== undefined && format !== CATALOG_FORMAT;
  });
  if (!programme) return undefined;
  const format = Number(programme.value.format);
  return {
    code: 'unsupported-format',
    message: `the catalog has format ${format}, and this version of Gatewright reads format ${CATALOG_FORMAT}`,
    hint:
      format > CATALOG_FORMAT
        ? 'install the version of Gatewright that the catalog was written for, or a later one'
        : `write 'format: ${CATALOG_FORMAT}'`,
    at: programme.positions.at(['format']),
  };
}

/** The format of a Programme, which may be in quotes; undefined if it is not a whole number. */
function formatOf({ format }: JsonObject): number | undefined {
  const isText = typeof format === 'string' && /^[0-9]{1,9}$/.test(format);
  return isText || Number.isInteger(format) ? Number(format) : undefined;
}
