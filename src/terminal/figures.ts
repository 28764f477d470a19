import type { Language } from '../rules/rule.ts';

/** How numbers and shares are written in a language. */
export function numbersIn(language: Language) {
  const whole = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return {
    count: (n: number): string => whole.format(n),
    percent: (share: number): string => percent.format(share),
  };
}

/**
 * “November 2026”, “tháng 11 năm 2026”, “noiembrie 2026”.
 * @param month `2026-11`
 */
export function monthName(month: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
