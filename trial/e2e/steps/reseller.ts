import { RESELLER, RESOLD } from '../partners';
import { Caller, expectReply, grantOf, passed, Skipped, type Step, statusAndCode, waitUntil } from './step';

/** Suspends a reseller: first today, then so long ago that the notice of its customer's contract is over. */
export const reseller: Step = {
  title: 'lets the customer of a suspended reseller call until the notice of its contract is over, and refuses it then',
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const [ofReseller, ofCustomer] = [grantOf(trial, RESELLER), grantOf(trial, RESOLD)];
    const token = await caller.token(ofCustomer);
    const response = async () => statusAndCode(await caller.call(ofCustomer, { token }));
    const suspendFrom = async (day: string | undefined) => {
      trial.partners.change(RESELLER, { suspended: day });
      await trial.stacks.synth();
      await trial.stacks.apply();
    };
    const resellerToken = await caller.token(ofReseller);
    await suspendFrom(trial.asOf);
    await waitUntil(
      'the suspension of the reseller',
      15_000,
      async () => statusAndCode(await caller.call(ofReseller, { token: resellerToken })) === '403 PERMISSION_DENIED',
    );
    note(`the reseller is suspended from ${trial.asOf} and refused`);
    expectReply(context, 'its customer during the notice', await caller.call(ofCustomer, { token }), 'passes');
    const longAgo = ofCustomer.access.application.partner.value.contract.accepted?.on;
    if (longAgo === undefined) throw new Skipped('the contract of the customer is not accepted');
    await suspendFrom(longAgo);
    await waitUntil('the end of the notice', 15_000, async () => (await response()) === '403 PERMISSION_DENIED');
    note(`the reseller is suspended from ${longAgo}; its customer → ${await response()}`);
    await suspendFrom(undefined);
    await waitUntil('a successful call', 15_000, async () => passed(await caller.call(ofCustomer, { token })));
    note(`the suspension is lifted; its customer → ${await response()}`);
  },
};
