import inquirer from 'inquirer';
import type { Speaker } from '../messages.ts';
import type { Input, Output } from '../world.ts';
import { BACK, Interrupted } from './asker.ts';
import type { Asker, Back } from './asker.ts';
import { linePrompt } from './line-prompt.ts';

type Prompt = (
  questions: readonly object[],
) => Promise<{ readonly answer: unknown }> & { readonly ui: { close(): void } };

interface Key {
  readonly name?: string;
  readonly sequence?: string;
}

/** Choices that are shown at a time: all fields of a call. */
const PAGE_SIZE = 15;

/**
 * Asks on a terminal. `<` goes back to the question before, at any question; so does Esc.
 * @throws Interrupted from any question when the user presses Ctrl-C or closes the terminal
 */
export function terminalAsker(input: Input, output: Output, speaker: Speaker): Asker {
  const prompts = inquirer.createPromptModule({ input, output });
  prompts.registerPrompt('line', linePrompt);
  // Its own types infer the answers from a literal list of questions; here there is one at a time.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const prompt = prompts as unknown as Prompt;
  const theme = {
    style: { keysHelpTip: () => speaker.say('ask.keys') },
  };

  /** Puts one question; `isBack` tells which key means back while it stands. */
  const ask = async <Value>(question: object, isBack: (key: Key) => boolean): Promise<Value | Back> => {
    const asked = prompt([{ name: 'answer', theme, ...question }]);
    let wentBack = false;
    const watch = (_: unknown, key: Key | undefined): void => {
      if (key === undefined || !isBack(key)) return;
      wentBack = true;
      asked.ui.close();
    };
    input.on('keypress', watch);
    try {
      // The kind of question decides what its answer is.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return (await asked).answer as Value;
    } catch (error) {
      if (wentBack) return BACK;
      if (error instanceof Error && /ExitPrompt|AbortPrompt/.test(error.name)) throw new Interrupted();
      throw error;
    } finally {
      input.off('keypress', watch);
    }
  };

  const isEscape = (key: Key): boolean => key.name === 'escape';
  const isBackKey = (key: Key): boolean => isEscape(key) || key.sequence === '<';

  return {
    async text({ message, fallback, prefilled, complain }) {
      // Alone, or behind what stood there already.
      const isBack = (typed: string): boolean => ['<', `${prefilled ?? ''}<`].includes(typed.trim());
      const answer = await ask<string>(
        {
          type: 'line',
          message,
          fallback,
          prefilled,
          complain: (typed: string) => (isBack(typed) ? undefined : complain?.(typed)),
        },
        isEscape,
      );
      return answer === BACK || isBack(answer) ? BACK : answer.trim();
    },
    choose({ message, choices, fallback }) {
      return ask(
        {
          type: 'select',
          message,
          choices: [...choices],
          default: fallback,
          loop: false,
          pageSize: PAGE_SIZE,
        },
        isBackKey,
      );
    },
    tick({ message, choices, ticked }) {
      return ask(
        {
          type: 'checkbox',
          message,
          choices: choices.map(({ name, value }) => ({ name, value, checked: ticked.includes(value) })),
          loop: false,
          theme: { style: { keysHelpTip: () => speaker.say('ask.tick-keys') } },
        },
        isBackKey,
      );
    },
    search({ message, offers }) {
      return ask(
        { type: 'search', message, source: (typed: string | undefined) => offers(typed ?? '') },
        isBackKey,
      );
    },
  };
}
