import { registeredCertificate } from '../../../core/model';
import { CertificateAuthority } from '../../certificates/authority';
import type { ClientTls } from '../../client/request';
import { clientToken, signed } from '../../client/tokens';
import { waysOf } from '../setup/trial';
import type { Way } from '../setup/way';
import { Caller, check, findWay, pathOf, type Step, wayName } from './step';
import { claimsOf } from './tokens';

const REFUSED = '401 UNAUTHENTICATED';

/** A critical API wants the certificate that is registered for the application. */
export const mtls: Step = {
  title: 'an API with mTLS refuses calls without the right certificate',
  missing: (trial) =>
    new Caller(trial).proxyTlsUrl === undefined ? 'the gateway has no listener with TLS' : undefined,
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const way = findWay(
      trial,
      'API with mTLS that needs no user',
      (one) => one.mtls && !one.partnerSigned && one.userContext !== 'three-legged',
    );
    const [registered] = (way.access.credentials?.certificates ?? []).map(registeredCertificate);
    const subject = registered?.subject ?? 'CN=unnamed';
    const token = await caller.token(way);
    const call = async (what: string, tls: ClientTls | null | undefined, expected = REFUSED, carried = token) =>
      check(context, what, await caller.call(way, { token: carried, tls }), expected);
    await call(`${wayName(way)}, with its certificate`, undefined, 'passes');
    await call('without a certificate', null);
    const foreign = await CertificateAuthority.make('CN=another CA');
    await call('a certificate of another CA with the same subject', await clientOf(foreign, subject));
    await call(
      'a certificate of the CA that is not registered',
      await clientOf(trial.authority, 'CN=stranger.example'),
    );
    await call('an expired certificate', await clientOf(trial.authority, subject, new Date(Date.now() - 60_000)));
    const other = waysOf(trial).find(
      ({ access }) =>
        access.application.id !== way.access.application.id &&
        caller.tlsOf(way) &&
        trial.secrets.get(access.application.id)?.certificate,
    );
    if (other) await call(`the certificate of ${other.access.application.id}`, caller.tlsOf(other));
    if (boundTokens(way) === 'required') {
      const key = trial.parts.keys.all[0];
      if (key)
        await call(
          'a token that is bound to no certificate',
          undefined,
          REFUSED,
          await signed(key, claimsOf(trial, caller, way)),
        );
    }
    const open = waysOf(trial).find((one) => !one.mtls && !one.partnerSigned && caller.tlsOf(one));
    if (open) {
      // The issuer binds the application's tokens to its certificate: they are bearer tokens nowhere.
      const carried = await caller.token(open);
      check(
        context,
        `${wayName(open)}, an API without mTLS, with the certificate that the token names`,
        await caller.call(open, { token: carried }),
        'passes',
      );
      check(context, 'without it', await caller.call(open, { token: carried, tls: null }), REFUSED);
      check(
        context,
        'without TLS',
        await caller.send(pathOf(open), open.operation.method, { headers: { authorization: `Bearer ${carried}` } }),
        REFUSED,
      );
    }
    const bound = await clientOf(trial.authority, 'CN=another.example');
    const client = { ...caller.tokenClient(way), tls: bound };
    const purpose = way.subscription.purpose?.value;
    const scope = [...(purpose === undefined ? [] : [purpose]), ...way.scopes].join(' ');
    await call(
      'a token that is bound to another certificate',
      undefined,
      REFUSED,
      await clientToken(client, { scope }),
    );
  },
};

function boundTokens({ subscription }: Way): string | undefined {
  return subscription.offer.policies.mtls?.value.boundTokens;
}

async function clientOf(authority: CertificateAuthority, subject: string, notAfter?: Date): Promise<ClientTls> {
  const { certificate, key } = await authority.issue({ subject, notAfter });
  return { cert: certificate, key };
}
