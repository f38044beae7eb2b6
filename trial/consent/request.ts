import { isMap, type Json } from '../../core/model';
import { BadRequest } from '../server/message';

/** The fields that both endpoints share. */
export interface ConsentRequest {
  readonly scopes: readonly string[];
  readonly purpose: string;
}

/** A request to CAMARA's Consent Info API; the token identifies client and user. */
export interface RetrieveRequest extends ConsentRequest {
  readonly requestCaptureUrl: boolean;
  readonly phoneNumber: string | undefined;
}

/** A request to the operator's own endpoint. */
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
    throw invalidField('phoneNumber', 'a phone number such as +34600000001');
  return { ...commonFields(map), requestCaptureUrl, phoneNumber };
}

/** @throws BadRequest that names the field */
export function operatorRequest(body: unknown): OperatorRequest {
  const map = requireObject(body);
  const { client, subject } = map;
  if (typeof client !== 'string' || client === '') throw invalidField('client', 'the client ID');
  if (typeof subject !== 'string' || subject === '') throw invalidField('subject', "the token's subject");
  return { ...commonFields(map), client, subject };
}

/** @throws BadRequest if the body is not a JSON object */
export function requireObject(body: unknown): Readonly<Record<string, Json>> {
  if (!isMap(body)) throw new BadRequest(400, 'the body must be a JSON object');
  return body;
}

function commonFields({ scopes, purpose }: Readonly<Record<string, Json>>): ConsentRequest {
  if (!Array.isArray(scopes) || scopes.length === 0 || !scopes.every((scope) => typeof scope === 'string'))
    throw invalidField('scopes', 'a list of scopes');
  return { scopes, purpose: parsePurpose(purpose) };
}

/** @throws BadRequest */
export function parsePurpose(purpose: unknown): string {
  if (typeof purpose !== 'string' || !/^dpv:[a-zA-Z0-9]+$/.test(purpose))
    throw invalidField('purpose', 'a purpose such as dpv:FraudPreventionAndDetection');
  return purpose;
}

export function invalidField(field: string, allowed: string): BadRequest {
  return new BadRequest(400, `${field} must be ${allowed}`);
}
