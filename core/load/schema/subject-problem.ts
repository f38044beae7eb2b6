import type { NameProblem } from '../../model';
import { cut } from '../../model/messages/shown';
import type { SchemaError } from './schema-error';

/** The alternative to every subject. */
const OTHERWISE = 'or register the certificate by its `sha256`';

const PRINT_AS_LIST = 'openssl x509 -noout -subject -nameopt RFC2253 -in FILE';
const PRINT_WITH_SLASHES = 'openssl x509 -noout -subject -nameopt compat -in FILE';

/** Why a text is not the subject of a certificate, and the edit to make. */
export function describeSubjectProblem(problem: NameProblem): Required<Pick<SchemaError, 'message' | 'hint'>> {
  switch (problem.reason) {
    case 'missing-attribute':
      return {
        message: 'its last attribute is missing',
        hint: 'write `TYPE=value` after the comma, or remove the comma',
      };
    case 'not-an-attribute':
      return problem.form === 'list'
        ? {
            message: `'${cut(problem.text)}' is not an attribute such as CN=checkout.acme.example`,
            hint: 'in a value, put a \\ before each comma, semicolon, plus sign and quote, or quote the whole value',
          }
        : {
            message: `'${cut(problem.text)}' is not an attribute such as /CN=checkout.acme.example`,
            hint: `in a value, put a \\ before each slash, ${OTHERWISE}`,
          };
    case 'invalid-escape':
      return {
        message:
          problem.type === undefined
            ? 'it contains a \\ that does not escape anything'
            : `the value of ${cut(problem.type)} contains a \\ that does not escape anything`,
        hint: `write \\\\ for a backslash, ${OTHERWISE}`,
      };
    case 'unknown-type':
      return {
        message: `attribute type '${cut(problem.type)}' is not known`,
        hint: `write CN, O, OU, C, ST, L, serialNumber, organizationIdentifier, DC, UID, emailAddress…, or the type's number and the value as \`${PRINT_AS_LIST}\` prints them, ${OTHERWISE}`,
      };
    case 'ambiguous-type':
      return {
        message: "attribute type 'uid' is uniqueIdentifier in OpenSSL's output, but userId everywhere else",
        hint: 'write `uniqueIdentifier` or `UID`',
      };
    case 'text-of-numbered-type':
      return {
        message: `attribute type ${problem.oid} has no name, and its value has no standard text form`,
        hint: `write \`${problem.oid}=#…\` as \`${PRINT_AS_LIST}\` prints it, ${OTHERWISE}`,
      };
    case 'not-utf-8':
      return {
        message: `the value of ${problem.type} is not UTF-8`,
        hint: `write the characters, or each byte of their UTF-8 encoding as \\ and two hexadecimal digits, ${OTHERWISE}`,
      };
    case 'zero-byte':
      return { message: `the value of ${problem.type} contains a zero byte`, hint: `remove it, ${OTHERWISE}` };
    case 'not-a-der-string':
      return {
        message: `the value of ${problem.type} is not a string in DER`,
        hint: `write its text, with \\# if it starts with #, ${OTHERWISE}`,
      };
    case 'too-long':
      return {
        message: `it has ${problem.bytes} bytes, but at most ${problem.maximumBytes} can be sent to the gateway`,
        hint: 'register the certificate by its `sha256`',
      };
    case 'unknown-order': {
      const [one, other] = problem.forms;
      return {
        message: 'it does not show the order of its parts in the certificate',
        hint: `write '${one}' or '${other}', in the order that \`${PRINT_WITH_SLASHES}\` prints, ${OTHERWISE}`,
      };
    }
  }
}
