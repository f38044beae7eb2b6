import { inflateRawSync } from 'node:zlib';

/** All files of a ZIP archive as one text; a saved plan is a ZIP archive. */
export function textInZip(archive: Buffer): string {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const count = archive.readUInt16LE(end + 10);
  const texts: string[] = [];
  for (let entry = archive.readUInt32LE(end + 16), index = 0; index < count; index += 1) {
    const size = archive.readUInt32LE(entry + 20);
    const local = archive.readUInt32LE(entry + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + size);
    texts.push((archive.readUInt16LE(entry + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('latin1'));
    entry +=
      46 + archive.readUInt16LE(entry + 28) + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
  }
  return texts.join('\n');
}
