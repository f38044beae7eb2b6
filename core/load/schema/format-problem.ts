import { readSubject } from '../../model';
import { cut } from '../../model/messages/shown';
import { isCurrency } from '../../model/validation/currency';
import { isReservedHeader } from '../../model/validation/header-name';
import { hostNameIn } from '../../model/validation/host-name';
import { type RedirectUriProblem, redirectUriProblem } from '../../model/validation/redirect-uri';
import { otherThumbprintAlgorithm } from '../../model/validation/thumbprint-form';
import { MAX_PORT, type UrlProblem, urlProblem } from '../../model/validation/web-address';
import { describeSubjectProblem } from './subject-problem';

/** Why a text does not have its format, and the edit to make. */
export interface FormatProblem {
  /** Follows the text in a sentence: `port '99999' is out of range (1–65535)`. */
  readonly message: string;
  readonly hint: string;
}

/** Why a text does not have a format of the schemas; undefined if it does, or if only its pattern describes it. */
export function formatProblem(format: string, text: string): FormatProblem | undefined {
  switch (format) {
    case 'uri':
      return described(urlProblem(text));
    case 'redirect-uri':
      return described(redirectUriProblem(text));
    case 'header-name':
      return isReservedHeader(text)
        ? {
            message: 'that header is used by HTTP, by the gateway or for credentials',
            hint: 'use a header that has no other use',
          }
        : undefined;
    case 'host': {
      const name = hostNameIn(text);
      return name === undefined
        ? undefined
        : {
            message: 'it is not a host name in lower-case ASCII, without scheme, port and path',
            hint: `write '${name}'`,
          };
    }
    case 'decider':
      return /^person:/.test(text)
        ? {
            message:
              'it is not a reference to a person: lower-case letters and digits, joined by hyphens, after `person:`',
            hint: "write it like 'person:7f3c9a'",
          }
        : {
            message: 'it is neither the mailbox of a role nor a reference to a person',
            hint: "write the mailbox of a role, like 'partners@operator.example', or a reference like 'person:7f3c9a'",
          };
    case 'currency':
      return isCurrency(text) || !/^[A-Z]{3}$/.test(text)
        ? undefined
        : {
            message: `'${text.slice(-3)}' is not the code of a currency (ISO 4217)`,
            hint: "write a code such as 'EUR'",
          };
    case 'sha256': {
      const other = otherThumbprintAlgorithm(text);
      return other === undefined
        ? undefined
        : {
            message: `it has the length of ${other}; it must be a SHA-256 thumbprint`,
            hint: 'write the output of `openssl x509 -noout -fingerprint -sha256 -in FILE`',
          };
    }
    case 'certificate-subject': {
      const read = readSubject(text);
      return read.ok ? undefined : describeSubjectProblem(read.problem);
    }
    default:
      return undefined;
  }
}

function described(problem: RedirectUriProblem | undefined): FormatProblem | undefined {
  if (!problem) return undefined;
  switch (problem.is) {
    case 'fragment':
      return {
        message: 'it has a fragment, which a redirect URI must not have',
        hint: "remove '#' and everything after it",
      };
    case 'not-absolute':
      return {
        message: 'it is not an absolute URI',
        hint:
          problem.encoded === undefined
            ? "write it like 'https://checkout.acme.example/callback' or 'com.example.app:/callback'"
            : `write '${problem.encoded}'`,
      };
    case 'user-name':
      return { message: 'it has a user name', hint: "remove '@' and everything before it" };
    case 'http':
      return {
        message: "http is allowed only for the user's own machine (127.0.0.1, [::1])",
        hint: `write https:${problem.rest}`,
      };
    case 'no-path':
      return {
        message: `it has no path after '${problem.scheme}:'`,
        hint: `write '${problem.scheme}:/${problem.rest}'`,
      };
    case 'scheme':
      return {
        message: `scheme '${problem.scheme.slice(0, 60)}' is not one of a native app, which are domain names in reverse (RFC 8252)`,
        hint: "write https, or a scheme like 'com.example.app'",
      };
    default:
      return describedUrl(problem);
  }
}

function describedUrl(problem: UrlProblem): FormatProblem {
  switch (problem.is) {
    case 'invalid-port':
      return {
        message: portMessage(problem.port),
        hint: `write a port from 1 to ${MAX_PORT}, or remove it together with its colon`,
      };
    case 'no-host':
      return {
        message: 'it has no host',
        hint: 'write letters, digits and hyphens between dots, none of them first or last',
      };
    case 'host-not-ascii':
      return invalidHost(
        problem.host,
        problem.ascii ? `write '${problem.ascii}'` : 'write it in its ASCII form, which begins with xn--',
      );
    case 'invalid-host':
      return invalidHost(problem.host, 'write letters, digits and hyphens between dots, none of them first or last');
    case 'invalid-ip':
      return invalidHost(problem.host, "write a name, or an address like '10.0.0.5'");
    case 'other-host':
      return {
        message: `host '${cut(problem.host)}' is another spelling of '${problem.normalized}'`,
        hint: `write '${problem.normalized}'`,
      };
  }
}

function invalidHost(host: string, hint: string): FormatProblem {
  return { message: `host '${cut(host)}' is neither a name nor an address`, hint };
}

function portMessage(port: string): string {
  const range = `1–${MAX_PORT}`;
  if (port === '') return `its port is empty; ports are ${range}`;
  return /^(0|[1-9][0-9]*)$/.test(port)
    ? `port '${cut(port)}' is out of range (${range})`
    : `port '${cut(port)}' is not a number from 1 to ${MAX_PORT}`;
}
