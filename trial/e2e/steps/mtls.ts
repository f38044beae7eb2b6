import { registeredCertificate } from '../../../core/model';
import { CertificateAuthority } from '../../certificates/authority';
import type { ClientTls } from '../../client/request';
import { clientToken, signToken } from '../../client/tokens';
import type { Grant } from '../setup/grant';
import { grantsOf } from '../setup/trial';
import { Caller, expectReply, findGrant, grantName, pathOf, type Step } from './step';
import { claimsOf } from './tokens';

const REFUSED = '401 UNAUTHENTICATED';

/** A critical API requires the certificate that is registered for the application. */
export const mtls: Step = {
  title: 'refuses calls to an API with mTLS without the registered certificate',
  skipReason: (trial) =>
    new Caller(trial).proxyTlsUrl === undefined ? 'the gateway has no listener with TLS' : undefined,
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const grant = findGrant(
      trial,
      'API with mTLS that requires no user',
      (one) => one.mtls && !one.partnerSigned && one.userContext !== 'three-legged',
    );
    const [registered] = (grant.access.credentials?.certificates ?? []).map(registeredCertificate);
    const subject = registered?.subject ?? 'CN=unnamed';
    const token = await caller.token(grant);
    const call = async (
      description: string,
      tls: ClientTls | null | undefined,
      expected = REFUSED,
      usedToken = token,
    ) => expectReply(context, description, await caller.call(grant, { token: usedToken, tls }), expected);
    await call(`${grantName(grant)}, with its certificate`, undefined, 'passes');
    await call('without a certificate', null);
    const foreign = await CertificateAuthority.create('CN=another CA');
    await call('a certificate with the same subject from another CA', await clientOf(foreign, subject));
    await call('an unregistered certificate from the CA', await clientOf(trial.authority, 'CN=stranger.example'));
    await call('an expired certificate', await clientOf(trial.authority, subject, new Date(Date.now() - 60_000)));
    const other = grantsOf(trial).find(
      ({ access }) =>
        access.application.id !== grant.access.application.id &&
        caller.tlsOf(grant) &&
        trial.secrets.get(access.application.id)?.certificate,
    );
    if (other) await call(`the certificate of ${other.access.application.id}`, caller.tlsOf(other));
    if (boundTokens(grant) === 'required') {
      const key = trial.components.keys.all[0];
      if (key)
        await call(
          'a token that is not bound to a certificate',
          undefined,
          REFUSED,
          await signToken(key, claimsOf(trial, caller, grant)),
        );
    }
    const open = grantsOf(trial).find((one) => !one.mtls && !one.partnerSigned && caller.tlsOf(one));
    if (open) {
      // The issuer binds the application's tokens to its certificate, so that no API accepts them as bearer tokens.
      const boundToken = await caller.token(open);
      expectReply(
        context,
        `${grantName(open)}, an API without mTLS, with the certificate that the token is bound to`,
        await caller.call(open, { token: boundToken }),
        'passes',
      );
      expectReply(
        context,
        'without the certificate',
        await caller.call(open, { token: boundToken, tls: null }),
        REFUSED,
      );
      expectReply(
        context,
        'without TLS',
        await caller.send(pathOf(open), open.operation.method, { headers: { authorization: `Bearer ${boundToken}` } }),
        REFUSED,
      );
    }
    const bound = await clientOf(trial.authority, 'CN=another.example');
    const client = { ...caller.tokenClient(grant), tls: bound };
    const purpose = grant.subscription.purpose?.value;
    const scope = [...(purpose === undefined ? [] : [purpose]), ...grant.scopes].join(' ');
    await call(
      'a token that is bound to another certificate',
      undefined,
      REFUSED,
      await clientToken(client, { scope }),
    );
  },
};

function boundTokens({ subscription }: Grant): string | undefined {
  return subscription.offer.policies.mtls?.value.boundTokens;
}

async function clientOf(authority: CertificateAuthority, subject: string, notAfter?: Date): Promise<ClientTls> {
  const { certificate, key } = await authority.issue({ subject, notAfter });
  return { cert: certificate, key };
}
