import { stringify } from 'yaml';
import type { Programme, ProgrammeEntry } from '../../model';
import { schemaLine, titleOf } from './file';

/** A role of the operator in the programme. */
export type ProgrammeRole = keyof NonNullable<Programme['roles']>;

const PROGRAMME_ROLES: readonly ProgrammeRole[] = [
  'security',
  'privacy',
  'legal',
  'finance',
  'partner-management',
  'platform',
];

/** The values of a new Programme document. */
export interface ProgrammeTemplate {
  readonly name: string;
  readonly title: string;
  /** Registered name of the operator. */
  readonly operator: string;
  /** Two letters, ISO 3166-1. */
  readonly country: string;
  /** Three letters, ISO 4217. */
  readonly currency: string;
  /** The main one first. */
  readonly languages: readonly string[];
  /** Mailbox of the team that looks after partners. */
  readonly email: string;
  /** The team that has a role. */
  readonly teamOf: (role: ProgrammeRole) => string;
  /**
   * Entries that documents of the catalog already refer to, by what they are.
   * @default one requirement and one level, as a start
   */
  readonly entries?: { readonly [Entry in ProgrammeEntry]: readonly string[] } | undefined;
  /** Path from the document to the folder of schemas. */
  readonly schemas: string | undefined;
}

/** A new Programme document. */
export function programmeDocument(programme: ProgrammeTemplate): string {
  const roles = PROGRAMME_ROLES.map((role) => `  ${role}: ${programme.teamOf(role)}\n`);
  return `${schemaLine(programme.schemas)}kind: Programme
name: ${programme.name}
title: ${plain(programme.title)}
format: 1 # format of the catalog
operator: # the company whose programme this is
  name: ${plain(programme.operator)} # registered name
  country: ${plain(programme.country)}
purpose: Partners build products on our network. # one sentence that partners understand
contacts: # role mailboxes, never persons
  - { role: business, email: ${plain(programme.email)} }
currency: ${programme.currency} # of all prices, unless a tier has another one
languages: [${programme.languages.join(', ')}] # of contracts and the portal, the main one first
roles: # the team that decides, by role; a team may have several
${roles.join('')}${programme.entries === undefined ? FIRST_ENTRIES : entriesText(programme.entries)}`;
}

const REQUIREMENTS = 'requirements: # what partners have to prove; tiers and levels refer to them with `requires`\n';
const LEVELS = 'levels: # accreditation of partners; the higher the rank, the better\n';

const FIRST_ENTRIES = `${REQUIREMENTS}  certification:
    title: Certified application
    proof: Report of the certification of the application in the sandbox.
    confirmedBy: partner-management
    validFor: 2 years
${LEVELS}  certified:
    title: Certified partner
    rank: 1
    requires: [certification]
    benefits: [Listed in the partner directory]
`;

function entriesText({ requirement, level, badge, feed }: NonNullable<ProgrammeTemplate['entries']>): string {
  const map = (head: string, names: readonly string[], fields: (name: string, index: number) => string) =>
    names.length === 0
      ? ''
      : head + names.map((name, at) => `  ${name}: { title: ${titleOf(name)}${fields(name, at)} }\n`).join('');
  return [
    map(REQUIREMENTS, requirement, () => ', proof: Not described yet., confirmedBy: partner-management'),
    map(LEVELS, level, (_, at) => `, rank: ${at + 1}`),
    map('badges: # shown in the portal\n', badge, () => ''),
    map('feeds: # amounts that shares are percentages of\n', feed, () => ', source: external'),
  ].join('');
}

/** A string as YAML, quoted if it would be read as another type. */
function plain(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trim();
}
