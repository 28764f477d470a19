import type { Rhythm } from '../calls/call.ts';
import type { Speaker } from '../messages.ts';

/** How often a call recurs: "every 2 weeks". `readRhythm` reads it back. */
export function rhythmText({ every, unit }: Rhythm, speaker: Speaker): string {
  return every === 1 ? speaker.say(`rhythm.${unit}`) : speaker.say(`rhythm.${unit}s`, { n: every });
}
