import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { handle } from '../server/handle';
import { addressOf, readJson, sendError, sendJson } from '../server/message';
import { Decisions, REASONS, type Reason } from './decisions';
import {
  type ConsentRequest,
  invalidField,
  operatorRequest,
  parsePurpose,
  requireObject,
  retrieveRequest,
} from './request';
import type { Verify } from './token';

export interface ConsentProps {
  /** Verifies the caller's access token. */
  readonly verify: Verify;
  /**
   * The Authorization header that callers of the operator's endpoint must send.
   * @default none
   */
  readonly authorization?: string | undefined;
}

/** CAMARA's Consent Info API, for callers with a token of the user. */
export const RETRIEVE = '/consent-info/v0.2/retrieve';
/** The operator's own endpoint, for the gateway. */
export const OPERATOR = '/operator/consents';
/** Sets the decisions of users: `PUT {subject, purpose, reason?}`, `DELETE`. */
export const DECISIONS = '/-/decisions';

/** Reasons after which the user may be asked again. */
const CAPTURABLE: readonly Reason[] = ['PENDING', 'REQUESTED', 'EXPIRED'];

/** A consent service to try the gateway with. */
export function consentService({ verify, authorization }: ConsentProps): RequestListener {
  const decisions = new Decisions();
  return handle(async (request, response) => {
    const { path } = addressOf(request);
    if (path === DECISIONS) return decide(decisions, request, response);
    if (request.method !== 'POST') return sendError(response, 405, 'METHOD_NOT_ALLOWED', 'use POST');
    if (path === RETRIEVE) return retrieve(decisions, verify, request, response);
    if (path !== OPERATOR) return sendError(response, 404, 'NOT_FOUND', 'the path does not exist');
    if (authorization !== undefined && request.headers.authorization !== authorization)
      return sendError(response, 401, 'UNAUTHENTICATED', 'the Authorization header is missing or wrong');
    const consent = operatorRequest(await readJson(request));
    sendJson(response, 200, statusOf(consent, decisions.refusalReason(consent.subject, consent.purpose)));
  });
}

async function retrieve(decisions: Decisions, verify: Verify, request: IncomingMessage, response: ServerResponse) {
  const caller = await verify(request.headers.authorization);
  if (!caller) return sendError(response, 401, 'UNAUTHENTICATED', 'the access token is missing or invalid');
  if (!caller.scopes.includes('consent-info:retrieve'))
    return sendError(response, 403, 'PERMISSION_DENIED', 'the access token has no scope consent-info:retrieve');
  const consent = retrieveRequest(await readJson(request));
  if (caller.subject !== undefined && consent.phoneNumber !== undefined)
    return sendError(
      response,
      422,
      'UNNECESSARY_IDENTIFIER',
      'omit phoneNumber: the token already identifies the user',
    );
  const subject = caller.subject ?? consent.phoneNumber;
  if (subject === undefined)
    return sendError(response, 422, 'MISSING_IDENTIFIER', 'the token does not identify a user; add phoneNumber');
  const reason = decisions.refusalReason(subject, consent.purpose);
  const capture = consent.requestCaptureUrl && reason !== undefined && CAPTURABLE.includes(reason);
  sendJson(response, 200, {
    ...statusOf(consent, reason),
    ...(capture ? { captureUrl: `http://${request.headers.host}/capture` } : {}),
  });
}

function statusOf({ scopes, purpose }: ConsentRequest, reason: Reason | undefined) {
  const status =
    reason === undefined
      ? { statusValidForProcessing: true }
      : { statusValidForProcessing: false, statusReason: reason };
  return { statusInfo: [{ scopes, purpose, ...status }] };
}

async function decide(decisions: Decisions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'DELETE') {
    decisions.clear();
  } else if (request.method === 'PUT') {
    const { subject, purpose, reason } = requireObject(await readJson(request));
    if (typeof subject !== 'string') throw invalidField('subject', "a token's subject");
    const knownReason = REASONS.find((one) => one === reason);
    if (reason !== undefined && knownReason === undefined)
      throw invalidField('reason', `omitted or one of ${REASONS.join(', ')}`);
    decisions.decide(subject, parsePurpose(purpose), knownReason);
  } else {
    return sendError(response, 405, 'METHOD_NOT_ALLOWED', 'use PUT or DELETE');
  }
  response.writeHead(204).end();
}
