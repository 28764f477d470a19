import { describe, expect, test } from 'vitest';
import { formatDay, formatWhen } from '../../src/time/format.ts';
import { addDaysTo } from '../../src/time/wall.ts';

describe('a day', () => {
  test.each([
    ['en', 'short', 'Thu 26 Nov 2026'],
    ['en', 'long', 'Thursday 26 November 2026'],
    ['vi', 'short', 'Th 5 26/11/2026'],
    ['vi', 'long', 'Thứ Năm, 26/11/2026'],
    ['ro', 'short', 'joi 26 nov. 2026'],
    ['ro', 'long', 'joi, 26 noiembrie 2026'],
  ] as const)('in %s, %s: %s', (language, style, written) => {
    expect(formatDay('2026-11-26', language, style)).toBe(written);
  });

  test.each([
    ['en', 'Sun 3 May 2026'],
    ['vi', 'CN 03/05/2026'],
    ['ro', 'dum. 3 mai 2026'],
  ] as const)('with small numbers, in %s: %s', (language, written) => {
    expect(formatDay('2026-05-03', language, 'short')).toBe(written);
  });

  test('its time stands behind it', () => {
    expect(formatWhen('2026-11-26T09:30', 'en')).toBe('Thu 26 Nov 2026 09:30');
    expect(formatWhen('2026-11-26T09:30', 'vi', 'long')).toBe('Thứ Năm, 26/11/2026 09:30');
    expect(formatWhen('2026-11-26T09:30', 'ro')).toBe('joi 26 nov. 2026 09:30');
    expect(formatWhen('2026-11-26', 'ro')).toBe('joi 26 nov. 2026');
  });

  test('what is no date is refused', () => {
    expect(() => formatDay('2026-02-31', 'en', 'short')).toThrow(RangeError);
    expect(() => formatWhen('soon', 'vi')).toThrow(RangeError);
  });
});

test('the weekdays of a week, as they are written', () => {
  const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDaysTo('2026-11-23', days));
  const weekdays = (language: 'en' | 'vi' | 'ro', style: 'short' | 'long') =>
    week.map((date) => formatDay(date, language, style).replace(/,? \d+( \p{L}|\/).*/u, ''));
  expect(weekdays('en', 'short')).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  expect(weekdays('vi', 'short')).toEqual(['Th 2', 'Th 3', 'Th 4', 'Th 5', 'Th 6', 'Th 7', 'CN']);
  expect(weekdays('ro', 'short')).toEqual(['lun.', 'mar.', 'mie.', 'joi', 'vin.', 'sâm.', 'dum.']);
  expect(weekdays('vi', 'long')).toEqual([
    'Thứ Hai',
    'Thứ Ba',
    'Thứ Tư',
    'Thứ Năm',
    'Thứ Sáu',
    'Thứ Bảy',
    'Chủ Nhật',
  ]);
  expect(weekdays('ro', 'long')).toEqual([
    'luni',
    'marți',
    'miercuri',
    'joi',
    'vineri',
    'sâmbătă',
    'duminică',
  ]);
});
