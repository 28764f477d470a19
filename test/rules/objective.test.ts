import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRulebook } from '../../src/data/read-rulebook.ts';
import { vagueWords } from '../../src/rules/checks/has-objective.ts';
import { objectiveIn } from '../../src/rules/objective.ts';
import { readText } from '../../src/rules/reading.ts';
import type { Reading } from '../../src/rules/reading.ts';
import { indexRulebook, openRulebook } from '../../src/rules/rulebook.ts';
import type { Span } from '../../src/rules/spans.ts';
import { ROOT } from '../support/folders.ts';

const rulebook = openRulebook(indexRulebook(readRulebook(fs, join(ROOT, 'data'))));

/** The words of a run, as they were typed. */
function textOf({ text, words }: Reading, span: Span): string {
  return text.slice(words[span.from]?.start, words[span.to - 1]?.end);
}

/** What speaks for an objective and what against it, and how it comes out. */
function weigh(text: string): { found: boolean; by: string[]; against: string[] } {
  const reading = readText(text, rulebook);
  const { results, activities, empty, found } = objectiveIn(reading);
  const against = [...activities, ...empty];
  return {
    found,
    by: results.map((span) => textOf(reading, span)),
    against: against.map((span) => textOf(reading, span)),
  };
}

/** What is shown as vague, with the words of `reason` taken as another rule's finding. */
function vagueIn(text: string, reason?: string): string | undefined {
  const reading = readText(text, rulebook);
  const at = reason === undefined ? -1 : text.indexOf(reason);
  const inside = [...reading.words.keys()].filter((i) => {
    const word = reading.words[i];
    return word !== undefined && word.start >= at && word.end <= at + (reason?.length ?? 0);
  });
  const first = inside[0];
  const reasons = first === undefined ? [] : [{ from: first, to: first + inside.length }];
  const span = vagueWords(reading, reasons);
  return span && textOf(reading, span);
}

describe('a result that acts upon something is an objective', () => {
  test.each([
    // English
    ['Sign NDA', 'Sign'],
    ['Lease countersigned', 'countersigned'],
    ['Settling the two open claims', 'Settling'],
    ['Meet the surveyor and agree where the fence goes', 'agree'],
    ['Discuss the draft, then get their lawyer to initial page 4', 'get'],
    ['Present the audit findings so that the board can vote', 'vote'],
    ['Talk to stores to find out who orders bearings', 'find out'],
    ['General meeting of the co-op: collect 12 membership forms', 'collect'],
    // Vietnamese, as it is typed
    ['Ký phụ lục 3', 'Ký'],
    ['chot lich do be tong', 'chot'],
    ['Trao đổi xong thì lấy PO luôn', 'lấy'],
    ['gặp chị kế toán đối chiếu 4 hóa đơn', 'đối chiếu'],
    ['nghiem thu tram can', 'nghiem thu'],
    ['Giới thiệu thợ mới để khách biết gọi ai ban đêm', 'biết gọi ai'],
    ['ký BBNT', 'ký'],
    // Romanian: the first person, the participle that stands for an order, the supine, the bare noun
    ['Stabilesc ziua montajului', 'Stabilesc'],
    ['Semnat anexa 3', 'Semnat'],
    ['De stabilit rampa de descărcare', 'stabilit'],
    ['Semnare contract de leasing', 'Semnare'],
    ['discutam clauza 9 si obtinem varianta lor', 'obtinem'],
    ['Întâlnire la bancă: decid pe ce termen', 'decid'],
    ['Aflu cine ține bugetul de reclamă', 'Aflu'],
  ])('%s', (text, result) => {
    const { found, by } = weigh(text);
    expect(found).toBe(true);
    expect(by).toContain(result);
  });
});

describe('an activity without a result is none', () => {
  test.each([
    ['Discuss cooperation opportunities going forward with the team', 'Discuss'],
    ['follow up', 'follow up'],
    ['Introduce our products', 'Introduce'],
    ['Grain silo 2, 7.45, Mr Okoro plus two, chat', 'chat'],
    ['get to know the new plant manager', 'get to know'],
    ['raise some awareness for the spring range', 'raise some awareness'],
    ['Trao đổi thêm với anh Lực', 'Trao đổi'],
    ['gioi thieu cong ty', 'gioi thieu'],
    ['Silo số 2, 7h45, anh Thạch với hai bạn mới, nói chuyện', 'nói chuyện'],
    ['xem tình hình thế nào', 'xem tình hình'],
    ['lắng nghe ý kiến các bên', 'lắng nghe'],
    ['Discuții cu dna Rotaru', 'Discuții'],
    ['prezentare firma', 'prezentare'],
    ['Silozul 2, ora 7:45, dl Cazan plus încă doi, stăm de vorbă', 'de vorbă'],
    ['schimb de idei cu proiectantul', 'schimb de idei'],
  ])('%s', (text, activity) => {
    const { found, by, against } = weigh(text);
    expect({ found, by }).toEqual({ found: false, by: [] });
    expect(against).toContain(activity);
  });
});

describe('too little to be checked is none', () => {
  test.each([
    '',
    '...',
    'Anna',
    'brochures',
    'n/a',
    'sign',
    'ký',
    'semnat',
    'renewal stuff',
    'việc chung',
    'diverse',
    'Meeting, 10:30',
  ])('“%s”', (text) => {
    expect(weigh(text).found).toBe(false);
  });
});

describe('words never seen before are given the benefit of the doubt', () => {
  test.each([
    'Descale the humidifier in hall B',
    'Forklift battery, acid level, hall B',
    'Introduce the dosing valve on line 3, descale until it holds half a percent',
    'Cạo cặn máy tạo ẩm nhà B',
    'Mỡ bò cho sáu gối đỡ quạt hút',
    'Detartrăm umidificatorul din hala B',
    'Acumulatorul stivuitorului, nivelul acidului, hala B',
    'Prezentarea supapei pe linia 3, detartrăm până ține jumătate de procent',
  ])('%s', (text) => {
    expect(weigh(text)).toMatchObject({ found: true, by: [] });
  });
});

describe('a word counts for what it means where it stands', () => {
  test('the longer reading wins: “get to know” is no “get”, “know which” is a result', () => {
    expect(weigh('get to know the ward')).toMatchObject({ found: false, by: [] });
    expect(weigh('talk until we know which of the two pumps goes')).toMatchObject({ found: true });
    expect(weigh('tìm thêm cơ hội')).toMatchObject({ found: false, by: [] });
  });

  test('a thing whose name has such a word in it speaks neither for nor against', () => {
    expect(weigh('headsets for the call centre').against).toEqual([]);
    expect(weigh('bộ trao đổi nhiệt, gioăng mới').against).toEqual([]);
    expect(weigh('căști pentru call center').against).toEqual([]);
  });

  test('what is denied, quoted or said by the customer does not count', () => {
    expect(weigh('No general talk: valve, flange, gasket').against).toEqual([]);
    expect(weigh('talk to him, the page is not signed').by).toEqual([]);
    expect(weigh('Article on “signing a contract”, chat').by).toEqual([]);
    expect(weigh('client complained that the technician returned the pump late, talk').by).toEqual([]);
  });

  test.each([
    ['Irina said she signed the lease, talk', []],
    ['Yesterday Ms Popescu told us they signed the lease, talk', []],
    ['Hạnh nói là đã ký hợp đồng thuê, trao đổi', []],
    ['Ilie spune că a semnat contractul, discuție', []],
    ['I said they signed the lease, talk', ['signed']],
    ['At Nordic we said they signed the lease, talk', ['signed']],
    ['Em nói là đã ký hợp đồng thuê, trao đổi', ['ký']],
    ['yesterday said signed the lease, talk', ['signed']],
  ])('what somebody is named as saying does not count, what the writer says does: %s', (text, by) => {
    expect(weigh(text).by).toEqual(by);
  });

  test('a result needs something to act upon', () => {
    expect(weigh('Agree the way forward in broad terms')).toMatchObject({ found: false, by: [] });
    expect(weigh('Agree the way forward on the gearbox')).toMatchObject({ found: true, by: ['Agree'] });
  });

  test('words that say little count as little', () => {
    expect(weigh('Visit the foundry')).toMatchObject({ found: false, against: ['Visit'] });
    expect(weigh('Visit the foundry, moulds 3 and 4, cracked rims')).toMatchObject({ found: true, by: [] });
  });
});

describe('what is shown as vague', () => {
  test.each([
    ['Meet Ana and talk about the market', 'talk'],
    ['Meeting at the client', 'Meeting'],
    ['brochures', 'brochures'],
    ['Gặp anh Dũng bàn về hợp tác', 'bàn về'],
    ['Ședință cu dl Lazăr', 'Ședință'],
  ])('“%s”: “%s”', (text, vague) => {
    expect(vagueIn(text)).toBe(vague);
  });

  test('nothing, where there is an objective', () => {
    expect(vagueIn('Talk to Ana and sign page 4')).toBeUndefined();
  });

  test.each([
    ['courtesy visit', 'courtesy visit, general chat', 'general chat'],
    ['courtesy visit', 'courtesy visit to the mill, discussions', 'discussions'],
    ['courtesy visit', 'courtesy visit to the mill', undefined],
    ['courtesy visit', 'courtesy visit, present the new sieve to the miller', undefined],
    ['thăm xã giao', 'thăm xã giao, nói chuyện này kia', 'nói chuyện này kia'],
    ['thăm xã giao', 'thăm xã giao anh Lực', undefined],
    ['Vizită de curtoazie', 'Vizită de curtoazie, vorbim de una, de alta', 'vorbim de una, de alta'],
    ['Vizită de curtoazie', 'Vizită de curtoazie la moară', undefined],
  ])('beside “%s”: “%s”', (reason, text, vague) => {
    expect(vagueIn(text, reason)).toBe(vague);
  });

  test('a non-reason is no objective, whatever words it has', () => {
    const reading = readText('Sign the birthday card', rulebook);
    expect(objectiveIn(reading).found).toBe(true);
    expect(objectiveIn(reading, [{ from: 0, to: 4 }])).toMatchObject({
      found: false,
      results: [],
      content: [],
    });
  });
});
