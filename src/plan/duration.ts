import { bareText } from '../text/bare-text.ts';

const SPELLED: readonly (readonly [RegExp, number])[] = [
  [/^(?:half an hour|nua (?:gio|tieng)|(?:o )?jumatate (?:de )?ora)$/, 30],
  [/^(?:an hour|mot (?:gio|tieng)|o ora)$/, 60],
  [/^(?:an hour and a half|(?:mot|1) (?:gio|tieng) ruoi|o ora (?:si|şi) (?:jumatate|jumate))$/, 90],
];
const HOURS = '(?:h|hours?|hrs?|gio|tieng|g|ora|ore)';
const MINUTES = "(?:m|min|mins|minutes?|minute?|phut|p|'|de minute)?";
const FORM = new RegExp(
  `^(?:(\\d{1,2})(?:[.,](\\d))? ?${HOURS}|(\\d{1,2}):(?=[0-5]\\d$))? ?(?:(\\d{1,4}) ?${MINUTES})?$`,
);

/**
 * Reads how long a call is to take, in minutes: `45`, `45 min`, `1h30`, `1:30`, `1.5h`, `45 phút`, `một tiếng rưỡi`,
 * `o oră`. Nothing where the text is anything else.
 */
export function parseDuration(text: string): number | undefined {
  const typed = bareText(text);
  for (const [form, minutes] of SPELLED) if (form.test(typed)) return minutes;
  const parts = FORM.exec(typed);
  if (typed === '' || parts === null) return undefined;
  const [, hours, tenths, clockHours, minutes] = parts;
  return Number(hours ?? clockHours ?? 0) * 60 + Number(tenths ?? 0) * 6 + Number(minutes ?? 0);
}
