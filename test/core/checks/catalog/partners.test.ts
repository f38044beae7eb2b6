import { findings } from './table';

const ACME = 'acme-bank.yaml';
const GLOBEX = 'globex.yaml';
const RESELLER = [GLOBEX, 'reseller: globex', 'reseller: globex-group'] as const;

describe('a period ends after it starts:', () =>
  findings([
    [
      'a subscription that ends before it starts',
      ['error dates-out-of-order'],
      "subscription of 'acme-bank_checkout' to api 'sim-swap' ends on 2026-02-01, but starts on 2026-02-01",
      [[ACME, 'end: 2027-02-01', 'end: «2026-02-01']],
    ],
    [
      'a contract that ends before it starts',
      ['error dates-out-of-order'],
      "contract of partner 'acme-bank' ends on 2026-01-14, but starts on 2026-01-15",
      [[ACME, 'end: 2028-01-01', 'end: «2026-01-14']],
    ],
    [
      'evidence that ends before it starts',
      ['error dates-out-of-order'],
      "evidence for 'certification' of partner 'acme-bank' ends on 2026-01-05",
      [
        [
          ACME,
          '    end: 2027-01-05\n',
          '  - { requirement: certification, document: DMS-2, issued: 2026-01-05, end: «2026-01-05 }\n',
        ],
      ],
    ],
    [
      'an accreditation that ends before it starts',
      ['error dates-out-of-order'],
      "accreditation of partner 'acme-bank' ends on 2026-01-01",
      [[ACME, 'evidence:', 'accreditation: { level: gold, since: 2026-01-02, end: «2026-01-01 }\nevidence:']],
    ],
  ]));

describe('a decision has a date and a person:', () =>
  findings([
    [
      'an incomplete decision on a partner',
      ['error approval-incomplete'],
      "partner 'acme-bank' is approved, but the approval has no `by`; add `by` to `approval`",
      [
        [ACME, '  by: partners@operator.example\n', ''],
        [ACME, '  status: approved\n', '  «status: approved\n'],
      ],
    ],
    [
      'an incomplete decision on an application',
      ['error approval-incomplete'],
      "application 'checkout' of partner 'acme-bank' is approved, but the approval has no `on` and `by`",
      [[ACME, '    title: Checkout', '    title: Checkout\n    approval: «{ status: approved }']],
    ],
    [
      'an incomplete decision on a subscription',
      ['error approval-incomplete'],
      "subscription of 'acme-bank_checkout' to api 'sim-swap' is approved, but the approval has no `on`",
      [[ACME, '{ status: approved, on: 2026-02-01, by', '«{ status: approved, by']],
    ],
    [
      'a rejection',
      ['error approval-incomplete'],
      'is rejected, but the approval has no `on` and `by`',
      [[ACME, '    title: Checkout', '    title: Checkout\n    approval: «{ status: rejected }']],
    ],
    [
      'decisions that are still pending',
      [],
      '',
      [[ACME, '    title: Checkout', '    title: Checkout\n    approval: { status: pendingApproval }']],
    ],
    [
      'a contract that has not been accepted',
      ['warning contract-not-accepted'],
      "partner 'globex' is approved, but its contract has not been accepted, so it has access only to sandboxes",
      [
        [GLOBEX, '  version: 1.0.0\n  accepted: { on: 2026-01-15, by: legal@globex.example }', '  version: 1.0.0'],
        [GLOBEX, 'contract:\n  template: reseller', '«contract:\n  template: reseller'],
      ],
    ],
    [
      'a contract that has not been accepted, of a partner that is not approved',
      [],
      '',
      [
        [
          GLOBEX,
          '  version: 1.0.0\n  accepted: { on: 2026-01-15, by: legal@globex.example }\napproval: { status: approved, on: 2026-01-10, by: partners@operator.example }',
          '  version: 1.0.0\napproval: { status: pendingApproval }',
        ],
      ],
    ],
    [
      'a contract on its end day',
      ['warning contract-ended'],
      "contract of partner 'acme-bank' ended on 2028-01-01",
      [[ACME, 'end: 2028-01-01', 'end: «2028-01-01']],
      '2028-01-01',
    ],
  ]));

const ofCheckout = (text: string) => [ACME, '    title: Checkout', `    title: Checkout\n    ${text}`] as const;

describe('a decision with a date in the future has no effect yet:', () =>
  findings([
    [
      'the approval of a partner',
      ['warning future-decision'],
      "approval of partner 'acme-bank' is dated 2026-11-22, after 2026-11-21: it has no effect before that day; if the decision has been made, write the day on which it was made",
      [[ACME, '  on: 2026-01-10\n', '  on: «2026-11-22\n']],
    ],
    [
      'the approval of an application',
      ['warning future-decision'],
      "approval of application 'checkout' of partner 'acme-bank' is dated 2027-01-01",
      [ofCheckout('approval: { status: approved, on: «2027-01-01, by: partners@operator.example }')],
    ],
    [
      'the approval of a subscription',
      ['warning future-decision'],
      "approval of subscription of 'acme-bank_checkout' to api 'sim-swap' is dated 2026-12-01",
      [[ACME, '{ status: approved, on: 2026-02-01', '{ status: approved, on: «2026-12-01']],
    ],
    [
      'a rejection, which takes effect immediately',
      ['warning future-decision'],
      "rejection of application 'checkout' of partner 'acme-bank' is dated 2027-01-01, after 2026-11-21: a rejection takes effect immediately",
      [ofCheckout('approval: { status: rejected, on: «2027-01-01, by: partners@operator.example }')],
    ],
    [
      'the acceptance of a contract',
      ['warning future-decision'],
      "acceptance of the contract of partner 'acme-bank' is dated 2026-12-15",
      [[ACME, 'accepted: { on: 2026-01-15', 'accepted: { on: «2026-12-15']],
    ],
    [
      'the suspension of a partner',
      ['warning future-decision'],
      "suspension of partner 'acme-bank' is dated 2027-11-02, after 2026-11-21: calls are allowed until then; to suspend immediately, write today's date",
      [[ACME, 'evidence:', 'suspended: { since: «2027-11-02, by: partners@operator.example, reason: x }\nevidence:']],
    ],
    [
      'the suspension of an application',
      ['warning future-decision'],
      "suspension of application 'checkout' of partner 'acme-bank' is dated 2026-11-22",
      [ofCheckout('suspended: { since: «2026-11-22, by: partners@operator.example, reason: x }')],
    ],
    [
      'decisions that are dated today',
      [],
      '',
      [
        [ACME, '  on: 2026-01-10\n', '  on: 2026-11-21\n'],
        [ACME, 'accepted: { on: 2026-01-15', 'accepted: { on: 2026-11-21'],
        [ACME, '{ status: approved, on: 2026-02-01', '{ status: approved, on: 2026-11-21'],
      ],
    ],
  ]));

describe('a partner has the evidence that a tier requires in production:', () =>
  findings([
    [
      'no evidence',
      ['error missing-evidence'],
      "tier 'paid' requires evidence for 'certification' in production, but partner 'acme-bank' has none",
      [
        [ACME, 'requirement: certification', 'requirement: penetration-test'],
        [ACME, 'tier: paid', 'tier: «paid'],
      ],
    ],
    [
      'evidence that has not been issued yet',
      ['error missing-evidence'],
      "tier 'paid' requires evidence for 'certification' in production, but that of partner 'acme-bank' is issued on 2026-11-22, after 2026-11-21; write the day on which it was issued",
      [
        [ACME, 'issued: 2026-01-05', 'issued: 2026-11-22'],
        [ACME, 'tier: paid', 'tier: «paid'],
      ],
    ],
    [
      'evidence that has expired',
      ['warning evidence-expired'],
      "tier 'paid' requires evidence for 'certification' in production, but the evidence of partner 'acme-bank' ends on 2027-01-05",
      [[ACME, 'tier: paid', 'tier: «paid']],
      '2027-01-05',
    ],
    [
      'new evidence next to evidence that has expired',
      [],
      '',
      [
        [
          ACME,
          '    end: 2027-01-05\n',
          '    end: 2026-06-01\n  - { requirement: certification, document: DMS-2, issued: 2026-05-01 }\n',
        ],
      ],
    ],
    [
      'no evidence, outside production',
      [],
      '',
      [
        [ACME, 'requirement: certification', 'requirement: penetration-test'],
        [ACME, '        start: 2026-02-01\n', '        start: 2026-02-01\n        environments: [sandbox]\n'],
      ],
    ],
    [
      'no evidence, not approved yet',
      [],
      '',
      [
        [ACME, 'requirement: certification', 'requirement: penetration-test'],
        [ACME, '{ status: approved, on: 2026-02-01, by: partners@operator.example }', '{ status: pendingApproval }'],
      ],
    ],
    [
      'no evidence, suspended',
      [],
      '',
      [
        [ACME, 'requirement: certification', 'requirement: penetration-test'],
        [ACME, 'evidence:', 'suspended: { since: 2026-11-01, by: partners@operator.example, reason: x }\nevidence:'],
      ],
    ],
    [
      'no evidence, not started yet: the catalog does not become invalid on the start day',
      ['error missing-evidence'],
      "tier 'paid' requires evidence for 'certification' in production, but partner 'acme-bank' has none",
      [
        [ACME, 'requirement: certification', 'requirement: penetration-test'],
        [ACME, 'start: 2026-02-01', 'start: 2026-12-01'],
        [ACME, 'tier: paid', 'tier: «paid'],
      ],
    ],
    [
      'evidence that is issued before the subscription starts',
      [],
      '',
      [
        [ACME, 'issued: 2026-01-05', 'issued: 2026-12-01'],
        [ACME, 'start: 2026-02-01', 'start: 2026-12-01'],
      ],
    ],
    [
      'evidence that ends before the subscription starts',
      ['warning evidence-expired'],
      "but the evidence of partner 'acme-bank' ends on 2026-11-25",
      [
        [ACME, 'end: 2027-01-05', 'end: 2026-11-25'],
        [ACME, 'start: 2026-02-01', 'start: 2026-12-01'],
        [ACME, 'tier: paid', 'tier: «paid'],
      ],
    ],
  ]));

describe('resellers:', () =>
  findings([
    [
      'a partner that does not resell',
      ['error not-a-reseller'],
      "partner 'globex' is the reseller of 'initech', but its type is agency; resellers have the type reseller or white-label; correct the type of 'globex', or name another reseller",
      [
        [GLOBEX, 'type: reseller', 'type: agency'],
        [GLOBEX, 'reseller: globex', 'reseller: «globex'],
      ],
    ],
    [
      'a partner that is its own reseller',
      ['error reseller-cycle'],
      "partner 'globex' is its own reseller; remove `reseller` from the partner that has a contract with the operator",
      [[GLOBEX, 'type: reseller', 'type: reseller\nreseller: «globex']],
    ],
    [
      'a cycle of resellers',
      ['error reseller-cycle'],
      "resellers form a cycle: 'globex' -> 'initech' -> 'globex'; remove `reseller` from the partner that has a contract with the operator",
      [
        [GLOBEX, 'type: reseller', 'type: reseller\nreseller: «initech'],
        [GLOBEX, 'type: developer', 'type: white-label'],
      ],
    ],
    [
      'a cycle of resellers once, without the partners below it',
      ['error reseller-cycle'],
      "resellers form a cycle: 'globex' -> 'initech' -> 'globex'; remove `reseller` from the partner that has a contract with the operator",
      [
        [GLOBEX, 'type: reseller', 'type: reseller\nreseller: «initech'],
        [GLOBEX, 'type: developer', 'type: white-label'],
        [ACME, 'type: technology', 'type: technology\nreseller: initech'],
      ],
    ],
  ]));

describe('an original name belongs to one partner or application:', () =>
  findings([
    [
      'the original name of a renamed partner',
      [],
      '',
      [[GLOBEX, 'name: globex\n', 'name: globex-group\nrenamedFrom: globex\n'], RESELLER],
    ],
    [
      'the original name of a renamed application',
      [],
      '',
      [[ACME, '- name: checkout', '- name: pay\n    renamedFrom: checkout']],
    ],
    [
      'an application renamed to a name that another partner uses',
      [],
      '',
      [[GLOBEX, 'name: portal', 'name: till\nrenamedFrom: checkout']],
    ],
    [
      'an original name that equals the current name',
      ['error rename-conflict'],
      "application 'checkout' of partner 'acme-bank' was renamed from 'checkout', which is its current name; remove `renamedFrom`",
      [[ACME, '- name: checkout', '- name: checkout\n    renamedFrom: «checkout']],
    ],
    [
      'an original name that a new application uses',
      ['error rename-conflict'],
      "application 'pay' of partner 'acme-bank' was renamed from 'checkout', but that is the original name of application 'checkout' of partner 'acme-bank' (catalog/acme-bank.yaml:24); keep `renamedFrom`",
      [[ACME, 'applications:', `applications:\n  - { name: pay, renamedFrom: «checkout, title: Pay }`]],
    ],
    [
      'an original name that a new partner uses',
      ['error rename-conflict'],
      "partner 'globex' was renamed from 'acme-bank', but that is the original name of partner 'acme-bank' (catalog/acme-bank.yaml:2); keep `renamedFrom` only where the rename was, and give a new partner or",
      [[GLOBEX, 'name: globex\n', 'name: globex\nrenamedFrom: «acme-bank\n']],
    ],
    [
      'two applications with one original name',
      ['error rename-conflict'],
      "application 'pay' of partner 'acme-bank' was renamed from 'shop', but that is the original name of application 'checkout' of partner 'acme-bank' (catalog/acme-bank.yaml:25); keep `renamedFrom` only",
      [
        [ACME, 'applications:', 'applications:\n  - { name: pay, renamedFrom: «shop, title: Pay }'],
        [ACME, '- name: checkout\n', '- name: checkout\n    renamedFrom: shop\n'],
      ],
    ],
    [
      'two applications with swapped names',
      [],
      '',
      [
        [ACME, 'applications:', 'applications:\n  - { name: checkout, renamedFrom: pay, title: Pay }'],
        [ACME, '- name: checkout\n', '- name: pay\n    renamedFrom: checkout\n'],
      ],
    ],
  ]));
