import { createHash } from 'node:crypto';
import { fileDigest, withLineFeeds } from '../../../../core/model/text/file-digest';

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('fileDigest', () => {
  test('is the SHA-256 of a text with LF, as sha256sum prints it', () => {
    expect(fileDigest('We agree.\n')).toBe(sha256('We agree.\n'));
  });

  test('does not depend on CRLF in a text', () => {
    expect(fileDigest(Buffer.from('a\r\nb\r\n'))).toBe(sha256('a\nb\n'));
    expect(withLineFeeds(Buffer.from('a\r\nb\r\n'))).toBe('a\nb\n');
  });

  test.each([
    ['a NUL byte', Buffer.from('PDF\r\n\0')],
    ['bytes that are not UTF-8', Buffer.from([0xff, 0x0d, 0x0a])],
  ])('does not change a file with %s', (_, content) => {
    expect(fileDigest(content)).toBe(sha256(content));
    expect(withLineFeeds(content)).toEqual(content);
  });
});
