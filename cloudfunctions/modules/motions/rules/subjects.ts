import type { Body, RuleId, Subject } from '@contract/decision';

/** The items of 民法典 278, ① to ⑨ in order, with their rules (OWN-6). */
export const OWNERS_ITEMS: readonly { subject: Subject; rule: RuleId }[] = [
  { subject: 'owners-procedure', rule: 'owners-ordinary' },
  { subject: 'owners-charter', rule: 'owners-ordinary' },
  { subject: 'owners-committee', rule: 'owners-ordinary' },
  { subject: 'property-manager', rule: 'owners-ordinary' },
  { subject: 'repair-fund-use', rule: 'owners-ordinary' },
  { subject: 'repair-fund-raise', rule: 'owners-special' },
  { subject: 'rebuilding', rule: 'owners-special' },
  { subject: 'common-parts', rule: 'owners-special' },
  { subject: 'owners-other', rule: 'owners-ordinary' },
];

export type SubjectRefusal =
  | 'SUBJECT_REFUSED_ELECTION'
  | 'SUBJECT_REFUSED_COLLECTIVE'
  | 'SUBJECT_URGENT_REPAIR'
  | 'RULE_WRONG_FOR_SUBJECT';

const REFUSED: Partial<Record<Subject, SubjectRefusal>> = {
  'committee-election': 'SUBJECT_REFUSED_ELECTION', // PATH-10: a booth is required
  'collective-assets': 'SUBJECT_REFUSED_COLLECTIVE', // PATH-10: another law reserves it
  'urgent-repair': 'SUBJECT_URGENT_REPAIR', // PATH-11: a path of its own
};

const ASSEMBLY_RULES: Partial<Record<Body, RuleId>> = {
  'residents-assembly': 'residents-assembly',
  'residents-delegates': 'residents-delegates',
  'villagers-assembly': 'villagers-assembly',
  'villagers-delegates': 'villagers-delegates',
  'villagers-group': 'villagers-group',
};

// Residents may leave their charter to the delegates (居委会组织法 30); villagers may not: what their assembly
// can authorise is listed in 村委会组织法 27–28, and the charter stands apart in 31.
const CHARTER_BODIES: readonly Body[] = ['residents-assembly', 'residents-delegates', 'villagers-assembly'];

/** The one rule that decides a subject before a body, or null where that body cannot decide it (MOT-8). */
function ruleFor(subject: Subject, body: Body): RuleId | null {
  if (subject === 'consultation') return 'opinion';
  if (subject === 'yard-matter') return body === 'yard' ? 'households-majority' : null;
  if (subject === 'community-matter') return ASSEMBLY_RULES[body] ?? null;
  if (subject === 'self-government-charter') {
    return CHARTER_BODIES.includes(body) ? (ASSEMBLY_RULES[body] ?? null) : null;
  }
  if (body !== 'owners') return null;
  if (subject === 'home-to-business') return 'affected-unanimous';
  return OWNERS_ITEMS.find((item) => item.subject === subject)?.rule ?? null;
}

/** The rule for a subject before a body, or why there is none (OWN-6, MOT-8, PATH-10, PATH-11). */
export function ruleForSubject(
  subject: Subject,
  body: Body,
): { rule: RuleId; refusal: null } | { rule: null; refusal: SubjectRefusal } {
  const refused = REFUSED[subject];
  if (refused) return { rule: null, refusal: refused };
  const rule = ruleFor(subject, body);
  return rule ? { rule, refusal: null } : { rule: null, refusal: 'RULE_WRONG_FOR_SUBJECT' };
}

/**
 * Whether a motion may apply a rule to a subject before a body. Any subject that is not refused may be asked
 * about as an opinion; a straw poll uses the rule of the vote that it prepares.
 */
export function subjectRefusal(subject: Subject, body: Body, rule: RuleId): SubjectRefusal | null {
  const found = ruleForSubject(subject, body);
  if (rule === 'opinion' && !REFUSED[subject]) return null;
  if (found.refusal) return found.refusal;
  return found.rule === rule ? null : 'RULE_WRONG_FOR_SUBJECT';
}
