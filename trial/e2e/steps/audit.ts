import { decodeJwt } from 'jose';
import { jsonOf, send } from '../../client/request';
import type { Grant } from '../setup/grant';
import { grantsOf, type Trial } from '../setup/trial';
import { Caller, expectReply, expectThat, findGrant, grantName, type Step, waitUntil } from './step';

/** An audit record identifies the caller, the API and the purpose, but not the user. */
export const audit: Step = {
  title: 'writes audit records with caller, API and purpose, but without subject, phone number or token',
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const matches = (one: Grant) => fieldsOf(one).includes('purpose') && !one.mtls && !one.partnerSigned;
    const grant =
      grantsOf(trial).find((one) => matches(one) && one.userContext === 'three-legged') ??
      findGrant(trial, 'API without mTLS that records the purpose', matches);
    const number = '+34600000021';
    const token = await caller.token(grant, { user: `tel:${number}` });
    const correlator = `e2e-audit-${Date.now()}`;
    const headers = { 'x-correlator': correlator, 'x-note': number };
    expectReply(context, grantName(grant), await caller.call(grant, { token, headers }), 'passes');
    let record: Readonly<Record<string, unknown>> | undefined;
    await waitUntil('an audit record of the call', 15_000, async () => {
      record = (await recordsOf(trial)).find((one) => one.correlator === correlator);
      return record !== undefined;
    });
    const text = JSON.stringify(record);
    note(text);
    const { application } = grant.access;
    const expected: Readonly<Record<string, unknown>> = {
      partner: application.partner.name,
      application: application.name,
      api: grant.api.name,
      tier: grant.subscription.tier.name,
      purpose: grant.subscription.purpose?.value,
      status: 200,
      correlator,
    };
    for (const field of fieldsOf(grant)) {
      if (!(field in expected)) continue;
      expectThat(
        record?.[field] === expected[field],
        `${field} is ${JSON.stringify(record?.[field])}, expected ${JSON.stringify(expected[field])}`,
      );
    }
    const { sub } = decodeJwt(token);
    const [, payload = '', signature = ''] = token.split('.');
    for (const [name, secret] of [
      ['subject', String(sub)],
      ['phone number', number.slice(1)],
      ['token', payload],
      ['token', signature],
    ] as const)
      expectThat(!text.includes(secret), `the record contains the ${name}`);
    if (fieldsOf(grant).includes('subject-hash'))
      note(`subject_hash: ${record?.subject_hash ?? 'none; the gateway has no key for it, set SUBJECT_HASH_KEY'}`);
  },
};

function fieldsOf({ subscription }: Grant): readonly string[] {
  return subscription.offer.policies.audit?.value.fields ?? [];
}

async function recordsOf({ components }: Trial): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return jsonOf(await send({ url: `${components.audit.localUrl}/records` })) as never;
}
