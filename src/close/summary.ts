import type { Call } from '../calls/call.ts';
import type { Speaker } from '../messages.ts';
import { cleanForTerminal, cleanLine } from '../text/clean.ts';
import type { Closing } from './closing.ts';
import { sectionsAfter } from './report-text.ts';

/** What would be written down, in a few lines. */
export function summaryOfClosing(call: Call, closing: Closing, speaker: Speaker): string {
  const { end, because = '', result, promises, kept, signedOn } = closing;
  if (result === undefined) return `  ${speaker.say(`status.${end}`)}: ${cleanLine(because)}`;
  return sectionsAfter({ call, result, promises, kept, signedOn }, speaker)
    .map(({ heading, lines }) =>
      [`  ${heading}`, ...lines.map((line) => `    ${cleanForTerminal(line)}`)].join('\n'),
    )
    .join('\n');
}
