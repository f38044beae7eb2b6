import { fullFormats } from 'ajv-formats/dist/formats';
import { readSubject } from '../subject';
import { isCurrency } from './currency';
import { isReservedHeader } from './header-name';
import { hostNameIn } from './host-name';
import { redirectUriProblem } from './redirect-uri';
import { otherThumbprintAlgorithm } from './thumbprint-form';
import { urlProblem } from './web-address';

/** An e-mail address. The names of domain and mailbox may contain characters that are not ASCII (RFC 6531). */
const EMAIL =
  /^[^\s@"<>()[\],;:\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/** The formats of the schemas, for Ajv. */
export const FORMATS = {
  date: fullFormats.date,
  email: EMAIL,
  // The pattern allows a reference to a person; everything else is a mailbox.
  decider: (text: string) => text.startsWith('person:') || EMAIL.test(text),
  money: (text: string) => isCurrency(text.slice(-3)),
  currency: isCurrency,
  // Every URI is an http or https URL. A pattern checks its form, this its host and port.
  uri: (text: string) => urlProblem(text) === undefined,
  'header-name': (text: string) => !isReservedHeader(text),
  host: (text: string) => hostNameIn(text) === undefined,
  sha256: (text: string) => otherThumbprintAlgorithm(text) === undefined,
  'redirect-uri': (text: string) => redirectUriProblem(text) === undefined,
  'certificate-subject': (text: string) => readSubject(text).ok,
} as const;
