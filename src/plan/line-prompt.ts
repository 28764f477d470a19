import {
  createPrompt,
  isEnterKey,
  makeTheme,
  useEffect,
  useKeypress,
  usePrefix,
  useState,
} from '@inquirer/core';
import { cleanLine } from '../text/clean.ts';

interface LineConfig {
  readonly message: string;
  /** Shown dimly, and taken when nothing is typed. */
  readonly fallback?: string;
  /** Already typed. Unlike a fallback it is gone when it is deleted. */
  readonly prefilled?: string;
  /** What is wrong with an answer; nothing when it will do. */
  readonly complain: (answer: string) => string | undefined;
}

/**
 * A prompt for one line. (The one that comes with inquirer gives a deleted text back when Enter is pressed, so that a
 * suggestion could never be turned down with an empty answer.)
 */
export const linePrompt = createPrompt<string, LineConfig>((config, done) => {
  // What is on file may have come from anywhere.
  const fallback = cleanLine(config.fallback ?? '');
  const prefilled = cleanLine(config.prefilled ?? '');
  const [typed, setTyped] = useState(prefilled);
  const [complaint, setComplaint] = useState<string>();
  const [status, setStatus] = useState<'idle' | 'done'>('idle');
  const theme = makeTheme({});
  const prefix = usePrefix({ status, theme });

  useEffect((line) => {
    if (prefilled !== '') line.write(prefilled);
  }, []);

  useKeypress((key, line) => {
    if (!isEnterKey(key)) {
      setTyped(line.line);
      setComplaint(undefined);
      return;
    }
    const answer = typed.trim() === '' ? fallback : typed;
    const wrong = config.complain(answer);
    if (wrong === undefined) {
      setTyped(answer);
      setStatus('done');
      done(answer);
    } else {
      // Enter has emptied the line; what was typed is put back to be corrected.
      line.write(typed);
      setComplaint(wrong);
    }
  });

  const message = theme.style.message(config.message, status);
  if (status === 'done') return `${prefix} ${message} ${theme.style.answer(typed)}`;
  const hint = fallback !== '' && typed === '' ? ` ${theme.style.defaultAnswer(fallback)}` : '';
  return [
    `${prefix} ${message}${hint} ${typed}`,
    complaint === undefined ? '' : theme.style.error(complaint),
  ];
});
