import { describe, expect, test } from 'vitest';
import { treeOf, type Branch, type Values } from '../../src/time/phrase-tree.ts';
import { dateWords, NUMERIC_DATES, type Phrases } from '../../src/time/words.ts';

type SlotName = keyof Values;

/** The slots of every phrase, once for each way to say it. */
function slotsOf(phrases: Phrases): SlotName[][] {
  return endsOf(treeOf(phrases), []);
}

function endsOf(branch: Branch, filled: SlotName[]): SlotName[][] {
  const found = branch.isEnd ? [filled] : [];
  for (const word of branch.words.values()) found.push(...endsOf(word.branch, filled));
  for (const [slot, next] of branch.slots) found.push(...endsOf(next, [...filled, slot.fills]));
  return found;
}

describe.each(Object.entries(dateWords))('the words of %s', (_, words) => {
  test('name every day and month', () => {
    expect(words.weekdays).toHaveLength(7);
    expect(words.months).toHaveLength(12);
    expect(words.numbers).toHaveLength(12);
  });

  test('hold the slots that are read, and no others', () => {
    const nothing = [
      ...words.weekdays.map((name) => name.said),
      ...words.months.map((name) => name.said),
      ...words.numbers,
      ...words.relativeDays.map(({ said }) => said),
      ...words.weeks.flatMap(({ said, short }) => [said, short]),
      ...words.dayParts.map(({ said }) => said),
      words.beforeDay,
      words.beforeTime,
    ];
    for (const slots of nothing.flatMap(slotsOf)) expect(slots).toEqual([]);

    const counted = [words.inDays, words.inWeeks, words.inMonths, words.weekNumber];
    for (const slots of counted.flatMap(slotsOf)) expect(slots).toEqual(['count']);

    const weekdays = [words.comingWeekday, ...words.weeks.map(({ withWeekday }) => withWeekday)];
    for (const slots of weekdays.flatMap(slotsOf)) expect(slots).toEqual(['weekday']);

    for (const slots of words.hours.flatMap(({ said }) => slotsOf(said))) expect(slots).toEqual(['hour']);
    for (const slots of [words.minutesPast, words.minutesTo].flatMap(slotsOf)) {
      expect(slots.toSorted()).toEqual(['hour', 'minute']);
    }

    for (const slots of slotsOf(words.daysOfMonth)) expect(slots).toEqual(['day']);
    for (const slots of [words.dates, NUMERIC_DATES].flatMap(slotsOf)) {
      expect(slots.filter((slot) => slot !== 'year').toSorted()).toEqual(['day', 'month']);
    }
  });

  test('are typed with their proper letters', () => {
    const text = JSON.stringify(words);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/[şţŞŢ]/);
  });

  test('give each part of the day hours of one day, and a time within them', () => {
    for (const { from, to, at } of words.dayParts) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(23);
      expect(from).toBeLessThanOrEqual(to);
      expect([undefined, '12:00']).toContain(at);
    }
  });
});

test('a slot that there is not is named', () => {
  expect(() => treeOf(['next {weekdey}'])).toThrow('a phrase has no slot {weekdey}');
});
