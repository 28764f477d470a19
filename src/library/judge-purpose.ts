import type { Promised } from '../calls/promise.ts';
import { machineMessage } from '../cli/machine-message.ts';
import { loadMessages, speakerOf } from '../messages.ts';
import { verdictOf } from '../rules/finding.ts';
import { judgePurpose as judge, unknownLanguageOf } from '../rules/judge-purpose.ts';
import type { Language, Stage } from '../rules/rule.ts';
import type { Message } from './message.ts';
import { packagedRules } from './rules.ts';

/** What is known of a call besides its purpose. What is left out is not judged; what is empty is. */
export interface Circumstances {
  /** The account's name; before the purpose it says nothing. */
  readonly account?: string | undefined;
  readonly stage?: Stage | undefined;
  /** What the customer gets out of the call. */
  readonly benefit?: string | undefined;
  /** Agenda and preparation together. */
  readonly preparation?: readonly string[] | undefined;
  /** What was promised to this account; judged where `today` says which day it is. */
  readonly promises?: readonly Pick<Promised, 'what' | 'due' | 'status'>[] | undefined;
  /** `2026-11-25` */
  readonly today?: string | undefined;
  /** Of the messages; English where it is left out. Purposes are read in all languages, mixed too. */
  readonly language?: Language | undefined;
}

/** What is to be said of a purpose. */
export interface Judgement {
  /** `reject` where a message is an error. */
  readonly verdict: 'accept' | 'reject';
  readonly messages: readonly Message[];
  /** Such as `fr`: a language that is not known, so that only the structure of the purpose was judged. */
  readonly unknownLanguage?: string | undefined;
}

/**
 * Judges what a call is planned for, as `plan-call check` does, by the rules of the package. The first call reads them
 * from the package's folder.
 * @param purpose as the salesperson would type it, in English, Vietnamese or Romanian
 */
export async function judgePurpose(purpose: string, circumstances: Circumstances = {}): Promise<Judgement> {
  const { language = 'en', ...known } = circumstances;
  await loadMessages([language]);
  const { rulebook } = packagedRules();
  const speaker = speakerOf(language);
  const findings = judge({ ...known, purpose }, rulebook);
  return {
    verdict: verdictOf(findings),
    messages: findings.map((finding) => machineMessage(finding, rulebook, speaker)),
    unknownLanguage: unknownLanguageOf(purpose),
  };
}
