import type { Call, Override } from '../calls/call.ts';
import { fit } from '../terminal/layout.ts';
import { verdictOf } from '../rules/finding.ts';
import { askWhetherToKeep } from './ask-purpose.ts';
import { askRhythm } from './ask-rhythm.ts';
import { BACK } from './asker.ts';
import type { Choice } from './asker.ts';
import { QUESTIONS } from './conversation.ts';
import type { Question, Talk } from './conversation.ts';
import { rowsOf } from './draft-rows.ts';
import type { Draft } from './draft.ts';
import { changesIn, overridesFor } from './edit-call.ts';
import { newFindings } from './new-findings.ts';

/** Columns of a line in the list that are not the field. The rest of a long one is seen when it is chosen. */
const MARGIN = 4;

/** What can be changed here: all that is asked when a call is planned, but its time, and how often it recurs. */
const FIELDS: readonly Question[] = [
  ...QUESTIONS.filter(({ field }) => field !== 'startsAt'),
  { field: 'repeat', ask: askRhythm },
];

type Chosen = Question | 'done' | 'leave';

/**
 * Asks which fields of a call are to be something else, one after the other, until she is done.
 * @returns what was changed; nothing when it is thrown away
 * @throws Interrupted on Ctrl-C
 */
export async function editByAsking(call: Call, talk: Talk): Promise<Draft | undefined> {
  const { asker, desk, show } = talk;
  const { speaker } = desk;
  // Who takes the contact out does not want the one of the last call in its place.
  let draft: Draft = { ...call, contact: call.contact ?? '', overrides: [] };
  /** Versions of the call whose warnings she has seen, and kept. */
  const decided: Draft[] = [call];
  let next: 'done' | undefined;
  for (;;) {
    const chosen = await asker.choose({
      message: speaker.say('edit.which-field'),
      choices: choicesFor(draft, talk),
      fallback: next,
    });
    if (chosen === 'leave' || (chosen === BACK && next === undefined)) return undefined;
    if (chosen === BACK) continue;
    if (chosen === 'done') {
      const added = await judgeAtTheEnd(draft, decided, talk);
      if (added === undefined) continue;
      return changesIn({ ...draft, overrides: overridesFor(call, draft, added, desk) }, call);
    }
    const reply = await chosen.ask(draft, talk);
    if (reply === BACK) continue;
    if (reply === 'leave' || 'restart' in reply) {
      show(speaker.say('edit.no-reason'));
      continue;
    }
    draft = withAnswer(draft, chosen, reply);
    if (chosen.field === 'purpose') decided.push(draft);
    next = 'done';
  }
}

/** Warnings that were kept about the purpose before are none of the new one's. */
function withAnswer(draft: Draft, { field }: Question, answer: Draft): Draft {
  return { ...draft, ...(field === 'purpose' && { overrides: [] }), ...answer };
}

function choicesFor(draft: Draft, { desk: { speaker }, width }: Talk): Choice<Chosen>[] {
  const rows = rowsOf(draft, speaker);
  const fields = FIELDS.flatMap((question) => {
    const row = rows.find(({ field }) => field === question.field);
    return row === undefined
      ? []
      : [{ name: fit(`${row.label}: ${row.value || '–'}`, width - MARGIN), value: question }];
  });
  return [
    ...fields,
    { name: speaker.say('edit.done'), value: 'done' },
    { name: speaker.say('edit.leave'), value: 'leave' },
  ];
}

/**
 * Judges the whole call before it is written.
 * @returns the warnings that are kept; nothing when something has to be changed first
 */
async function judgeAtTheEnd(
  draft: Draft,
  decided: readonly Draft[],
  talk: Talk,
): Promise<Override[] | undefined> {
  const { desk, show } = talk;
  const findings = newFindings(draft, decided, desk);
  const kept: Override[] = [...(draft.overrides ?? [])];
  if (findings.length > 0) {
    show(talk.findings(draft.purpose ?? '', findings));
    if (verdictOf(findings) === 'reject') {
      show(desk.speaker.say('edit.refused'));
      return undefined;
    }
    const reply = await askWhetherToKeep(draft.purpose ?? '', findings, talk);
    if (reply === 'again') return undefined;
    if (typeof reply === 'object' && 'overrides' in reply) kept.push(...(reply.overrides ?? []));
  }
  return kept;
}
