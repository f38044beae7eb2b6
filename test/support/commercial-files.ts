import { edited, type Files } from './programme';

/** A tier with every type of price item and every rule of a service level, and a partner whose contract deviates from it. */
const COMMERCIAL = `kind: Tier
name: commercial
title: Commercial
status: draft
version: 1.0.0
limits: { second: 10 }
quota: { month: 100000 }
sla:
  availability: 99.9%
  latency: { p95: 250 ms }
  errorRate: 0.1%
  bad: [server-error, timeout]
  minimumCalls: 1000
  exclusions:
    maintenance: { notice: 5 days, perMonth: 4 hours }
    causes: [Force majeure]
  credits:
    steps:
      - { below: 99.9%, credit: 10% }
      - { below: 99%, credit: 25% }
    cap: 50%
    granted: automatic
price:
  freeUntil: 2027-04-01
  overage: bill
  items:
    platform: { type: subscription, amount: 490.00 EUR, per: month, proRata: day }
    calls:
      type: calls
      graduated:
        - { upTo: 10000, price: 0.02 EUR }
        - price: 0.01 EUR
      included: 1000
      billable: [success, business-outcome]
    commitment: { type: minimum, amount: 1000.00 EUR, per: quarter, items: [calls] }
    setup:
      type: fee
      amount: 500.00 EUR
      event: certification
    beyond: { type: overage, flat: 0.02 EUR }
    launch:
      type: discount
      percent: 15%
      from: 2027-01-01
      to: 2027-07-01
      reason: Launch
      approvedBy: finance@operator.example
    grant: { type: credit, amount: 5000.00 EUR, source: grant, per: year, purpose: Research, end: 2028-01-01 }
    billing: { type: share, percent: 20%, feed: purchases, payer: operator, payee: partner }
partners: [corner-shop]
benefits: [A named solution engineer]
---
kind: Partner
name: corner-shop
title: Corner Shop
type: technology
organization: { name: Corner Shop S.L., country: ES }
industry: Retail
countries: [ES, PT]
origin: referral
referral: { by: acme-bank, on: 2026-08-20 }
owner: operations
representatives:
  marketing: operations
contacts:
  - { role: technical, email: api@corner.example, phone: '+34 600 000 000' }
contract:
  template: standard
  version: 1.0.0
  accepted: { on: 2026-09-01, by: legal@corner.example }
  deviations:
    - tier: commercial
      price:
        platform: { type: subscription, amount: 390.00 EUR, per: month }
      sla: { availability: 99.5% }
      from: 2026-10-01
      to: 2027-10-01
      reason: Volume agreed for three years.
      approvedBy: finance@operator.example
approval: { status: approved, on: 2026-09-01, by: partners@operator.example }
evidence:
  - requirement: certification
    document: DMS-1
    issued: 2026-08-01
    confirmedBy: operations@operator.example
obligations:
  - title: Penetration test
    due: 2027-03-01
accreditation: { level: gold, since: 2026-09-01 }
badges: [fraud-expert]
`;

const MAPS = `levels:
  gold:
    title: Gold
    rank: 3
    requires: [certification]
    thresholds: { period: 12 months, revenue: 50000.00 EUR }
    benefits: [Early access to new APIs]
badges:
  fraud-expert:
    title: Fraud prevention expert
    rule: { level: gold }
    end: 2028-01-01
feeds:
  purchases: { title: Purchases by phone bill, source: external, owner: operations }
targets:
  - by: 2027-06-30
    activePartners: 40
    revenue: 1000000.00 EUR
portal: { url: https://developer.operator.example }
---
kind: UseCase
`;

/** The small programme with everything that is sold, promised and agreed. */
export function withCommercial(files: Files): Files {
  return { ...edited(files, ['programme.yaml', '---\nkind: UseCase\n', MAPS]), 'commercial.yaml': COMMERCIAL };
}
