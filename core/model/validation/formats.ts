import { fullFormats } from 'ajv-formats/dist/formats';
import { headerProblem } from './header-name';
import { hostProblem } from './host-name';
import { redirectUriProblem } from './redirect-uri';
import { subjectProblem } from './subject-form';
import { thumbprintProblem } from './thumbprint-form';
import { addressProblem } from './web-address';

/** An e-mail address, also of a domain or a mailbox whose name is not ASCII (RFC 6531). */
const EMAIL =
  /^[^\s@"<>()[\],;:\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/** What the schemas' `format` means, as Ajv takes it. */
export const FORMATS = {
  date: fullFormats.date,
  email: EMAIL,
  // Every address is one of the web: its form is the pattern's, and its host and port are looked at here.
  uri: (text: string) => addressProblem(text) === undefined,
  'header-name': (text: string) => headerProblem(text) === undefined,
  host: (text: string) => hostProblem(text) === undefined,
  sha256: (text: string) => thumbprintProblem(text) === undefined,
  'redirect-uri': (text: string) => redirectUriProblem(text) === undefined,
  'certificate-subject': (text: string) => subjectProblem(text) === undefined,
} as const;
