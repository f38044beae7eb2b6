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
  /** Reads the caller's access token. */
  readonly verify: Verify;
  /**
   * The Authorization header that the operator's own gateway sends.
   * @default none
   */
  readonly authorization?: string | undefined;
}

/** CAMARA's Consent Info API, for callers with a token of the user. */
export const RETRIEVE = '/consent-info/v0.2/retrieve';
/** The operator's own endpoint, for its gateway. */
export const OPERATOR = '/operator/consents';
/** Where a trial says what users decided: `PUT {subject, purpose, reason?}`, `DELETE`. */
export const DECISIONS = '/-/decisions';

/** Reasons after which a user may be asked (again). */
const ASKABLE: readonly Reason[] = ['PENDING', 'REQUESTED', 'EXPIRED'];

/** A consent service to try the gateway with. */
export function consentService({ verify, authorization }: ConsentProps): RequestListener {
  const decisions = new Decisions();
  return handle(async (request, response) => {
    const { path } = addressOf(request);
    if (path === DECISIONS) return decide(decisions, request, response);
    if (request.method !== 'POST') return sendError(response, 405, 'METHOD_NOT_ALLOWED', 'use POST');
    if (path === RETRIEVE) return retrieve(decisions, verify, request, response);
    if (path !== OPERATOR) return sendError(response, 404, 'NOT_FOUND', 'there is nothing at this address');
    if (authorization !== undefined && request.headers.authorization !== authorization)
      return sendError(response, 401, 'UNAUTHENTICATED', 'the Authorization header is not the right one');
    const asked = operatorRequest(await readJson(request));
    sendJson(response, 200, answer(asked, decisions.refusalReason(asked.subject, asked.purpose)));
  });
}

async function retrieve(decisions: Decisions, verify: Verify, request: IncomingMessage, response: ServerResponse) {
  const caller = await verify(request.headers.authorization);
  if (!caller) return sendError(response, 401, 'UNAUTHENTICATED', 'the access token is missing or does not hold');
  if (!caller.scopes.includes('consent-info:retrieve'))
    return sendError(response, 403, 'PERMISSION_DENIED', 'the access token has no scope consent-info:retrieve');
  const asked = retrieveRequest(await readJson(request));
  if (caller.subject !== undefined && asked.phoneNumber !== undefined)
    return sendError(response, 422, 'UNNECESSARY_IDENTIFIER', 'the user is the one of the token');
  const subject = caller.subject ?? asked.phoneNumber;
  if (subject === undefined) return sendError(response, 422, 'MISSING_IDENTIFIER', 'the token has no user');
  const reason = decisions.refusalReason(subject, asked.purpose);
  const capture = asked.requestCaptureUrl && reason !== undefined && ASKABLE.includes(reason);
  sendJson(response, 200, {
    ...answer(asked, reason),
    ...(capture ? { captureUrl: `http://${request.headers.host}/capture` } : {}),
  });
}

function answer({ scopes, purpose }: ConsentRequest, reason: Reason | undefined) {
  const status =
    reason === undefined
      ? { statusValidForProcessing: true }
      : { statusValidForProcessing: false, statusReason: reason };
  return { statusInfo: [{ scopes, purpose, ...status }] };
}

async function decide(decisions: Decisions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'DELETE') {
    decisions.forget();
  } else if (request.method === 'PUT') {
    const { subject, purpose, reason } = requireObject(await readJson(request));
    if (typeof subject !== 'string') throw invalidField('subject', "a token's subject");
    const known = REASONS.find((one) => one === reason);
    if (reason !== undefined && known === undefined)
      throw invalidField('reason', `left out, or one of ${REASONS.join(', ')}`);
    decisions.decide(subject, parsePurpose(purpose), known);
  } else {
    return sendError(response, 405, 'METHOD_NOT_ALLOWED', 'use PUT or DELETE');
  }
  response.writeHead(204).end();
}
