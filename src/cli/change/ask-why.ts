import type { Asker, Back } from '../../plan/asker.ts';
import type { MessageKey, Speaker } from '../../messages.ts';

/** Asks why, which has to be answered. */
export function askWhy(asker: Asker, speaker: Speaker, question: MessageKey): Promise<string | Back> {
  return asker.text({
    message: speaker.say(question),
    complain: (typed) => (typed.trim() === '' ? speaker.say('ask.say-why') : undefined),
  });
}
