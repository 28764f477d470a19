import { expect, test } from 'vitest';
import { judgePurpose } from '../../src/rules/judge-purpose.ts';
import { leadInLength } from '../../src/rules/lead-in.ts';
import { rulebook } from '../support/rulebook.ts';

test.each([
  ['Purpose: ', 'sign NDA'],
  ['REASON FOR CALL:  ', 'sign NDA'],
  ['Mục đích: ', 'ký NDA'],
  ['muc dich:', 'ký NDA'],
  ['Scop: ', 'semnat NDA'],
  ['25/11: ', 'sign NDA'],
  ['25.11.2026 - Purpose: ', 'sign NDA'],
  ['2026-11-25 ', 'sign NDA'],
  ['Call - ', 'check in'],
  ['VISIT: ', 'sign NDA'],
  ['goi dien – ', 'hỏi thăm'],
  ['Ședință - ', 'semnat NDA'],
  ['Purpose: Call - ', 'sign NDA'],
  // There is something to be judged in any case, and a call about something is no label.
  ['', 'Meeting - '],
  ['', 'call-back on the offer'],
  ['', 'Call about the offer - sign NDA'],
  ['', 'PO 4412: get the date'],
  ['', '25/11 sign NDA'],
  ['', 'Ana: courtesy call'],
  ['', 'sign NDA'],
  ['', ''],
])('“%s” leads in “%s”', (leadIn, text) => {
  expect(leadInLength(leadIn + text)).toBe(leadIn.length);
});

test.each([
  ['Nordic Pumps - ', 'sign NDA', 'Nordic Pumps'],
  ['NORDIC PUMPS: ', 'sign NDA', 'Nordic Pumps'],
  ['hoa phat, ', 'ký NDA', 'Hòa Phát'],
  ['25/11: Nordic Pumps – ', 'sign NDA', 'Nordic Pumps'],
  ['', 'Nordic Pumps to sign NDA', 'Nordic Pumps'],
  ['', 'Progress the deal: sign NDA', 'Nordic Pumps'],
  ['', 'Nordic', 'Nordic Pumps'],
])('“%s” leads in “%s” for the account %s', (leadIn, text, account) => {
  expect(leadInLength(leadIn + text, account)).toBe(leadIn.length);
});

test('what leads in is not judged, and places stay those of the text as it was typed', () => {
  const [finding] = judgePurpose({ purpose: 'Mục đích: ghé thăm xã giao' }, rulebook);
  expect(finding).toMatchObject({ rule: 'courtesy-call', start: 10, end: 26, text: 'ghé thăm xã giao' });
});
