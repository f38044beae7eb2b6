import { isMap, type Json } from '../../core/model';
import { BadRequest } from '../server/message';

/** What both kinds of questions have in common. */
export interface ConsentRequest {
  readonly scopes: readonly string[];
  readonly purpose: string;
}

/** A question to CAMARA's Consent Info API; client and user are those of the token. */
export interface RetrieveRequest extends ConsentRequest {
  readonly requestCaptureUrl: boolean;
  readonly phoneNumber: string | undefined;
}

/** A question to an endpoint of the operator. */
export interface OperatorRequest extends ConsentRequest {
  readonly client: string;
  readonly subject: string;
}

/** @throws BadRequest that names the field */
export function retrieveRequest(body: unknown): RetrieveRequest {
  const map = requireObject(body);
  const { requestCaptureUrl, phoneNumber } = map;
  if (typeof requestCaptureUrl !== 'boolean') throw invalidField('requestCaptureUrl', 'true or false');
  if (phoneNumber !== undefined && (typeof phoneNumber !== 'string' || !/^\+[1-9][0-9]{4,14}$/.test(phoneNumber)))
    throw invalidField('phoneNumber', 'a number such as +34600000001');
  return { ...consentRequest(map), requestCaptureUrl, phoneNumber };
}

/** @throws BadRequest that names the field */
export function operatorRequest(body: unknown): OperatorRequest {
  const map = requireObject(body);
  const { client, subject } = map;
  if (typeof client !== 'string' || client === '') throw invalidField('client', 'the client id');
  if (typeof subject !== 'string' || subject === '') throw invalidField('subject', "the token's subject");
  return { ...consentRequest(map), client, subject };
}

/** A JSON object. */
export function requireObject(body: unknown): Readonly<Record<string, Json>> {
  if (!isMap(body)) throw new BadRequest(400, 'the body is no JSON object');
  return body;
}

function consentRequest({ scopes, purpose }: Readonly<Record<string, Json>>): ConsentRequest {
  if (!Array.isArray(scopes) || scopes.length === 0 || !scopes.every((scope) => typeof scope === 'string'))
    throw invalidField('scopes', 'a list of scopes');
  return { scopes, purpose: parsePurpose(purpose) };
}

/** @throws BadRequest */
export function parsePurpose(purpose: unknown): string {
  if (typeof purpose !== 'string' || !/^dpv:[a-zA-Z0-9]+$/.test(purpose))
    throw invalidField('purpose', 'one such as dpv:FraudPreventionAndDetection');
  return purpose;
}

export function invalidField(field: string, allowed: string): BadRequest {
  return new BadRequest(400, `${field} has to be ${allowed}`);
}
