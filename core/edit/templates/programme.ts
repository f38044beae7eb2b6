import { stringify } from 'yaml';
import type { Programme } from '../../model';
import { schemaLine } from './file';

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
  /** Path from the document to the folder of schemas. */
  readonly schemas: string | undefined;
}

/** A new Programme document, with one requirement and one level as a start. */
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
${roles.join('')}requirements: # what partners have to prove; tiers and levels refer to them with \`requires\`
  certification:
    title: Certified application
    proof: Report of the certification of the application in the sandbox.
    confirmedBy: partner-management
    validFor: 2 years
levels: # accreditation of partners
  certified:
    title: Certified partner
    rank: 1 # the higher, the better
    requires: [certification]
    benefits: [Listed in the partner directory]
`;
}

/** A string as YAML, quoted if it would be read as another type. */
function plain(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trim();
}
