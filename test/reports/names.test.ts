import { describe, expect, it } from 'vitest';
import knownFields from '../../data/fields.json' with { type: 'json' };
import headings from '../../data/headings.json' with { type: 'json' };
import {
  LONGEST_NAME,
  fieldNamed,
  languageNamed,
  sectionNamed,
  stageNamed,
} from '../../src/reports/names.ts';

const promised = {
  purpose: [
    'Reason for call',
    'Purpose',
    'Objective',
    'Lý do cuộc gọi',
    'Mục đích',
    'Mục tiêu',
    'Motivul apelului',
    'Motivul vizitei',
    'Scop',
    'Obiectiv',
  ],
  benefit: [
    'Customer benefit',
    'Value for the customer',
    'Lợi ích cho khách hàng',
    'Beneficiu pentru client',
  ],
  preparation: ['Preparation', 'Agenda', 'Chuẩn bị', 'Chương trình', 'Pregătire', 'Agendă'],
  done: [
    'What we did for the customer',
    'Done since last call',
    'Đã làm cho khách hàng',
    'Ce am făcut pentru client',
  ],
  discussion: [
    'Discussion',
    'Notes',
    'Summary',
    'Nội dung trao đổi',
    'Ghi chú',
    'Discuție',
    'Note',
    'Rezumat',
  ],
  requests: ['Customer requests', 'Yêu cầu của khách hàng', 'Cererile clientului'],
  commitments: ['Commitments', 'Action items', 'Cam kết', 'Việc cần làm', 'Angajamente', 'Acțiuni'],
  next: ['Next step', 'Next call', 'Bước tiếp theo', 'Pasul următor'],
};

function withoutMarks(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

describe.each(Object.entries(promised))('the section %s', (section, names) => {
  it.each(names)('is opened by %s, however it is written', (name) => {
    const ways = [
      name,
      name.toUpperCase(),
      name.toLowerCase(),
      name.normalize('NFD'),
      name.normalize('NFD').toUpperCase(),
      withoutMarks(name),
      withoutMarks(name).toUpperCase(),
      name.replaceAll('ț', 'ţ').replaceAll('ș', 'ş'),
      `${name}:`,
      `1. ${name}`,
      `2) ${name}`,
      `(3) ${name}`,
      `IV. ${name}`,
      `b) ${name}`,
      `🎯 ${name}`,
      `${name} ✅`,
      `**${name}**`,
      `${name} (nội bộ)`,
      `  ${name.replaceAll(' ', '\u00a0')} `,
    ];
    expect(ways.filter((way) => sectionNamed(way) !== section)).toEqual([]);
  });
});

describe('a heading', () => {
  it('in two languages opens the section that the first one names', () => {
    expect(sectionNamed('Purpose / Mục đích')).toBe('purpose');
    expect(sectionNamed('Scop | Purpose')).toBe('purpose');
    expect(sectionNamed('Bước tiếp theo (Next step)')).toBe('next');
  });

  it.each([
    'Competitors',
    'Purposeful',
    'Notes on the purpose',
    'Khách hàng',
    'Vizita',
    '',
    '12',
    '🎯',
    'constructor',
    '__proto__',
    'x'.repeat(1_000_000),
  ])('that is none of ours opens nothing: %.20s', (name) => {
    expect(sectionNamed(name)).toBeUndefined();
  });
});

describe('the lists of names', () => {
  it.each(Object.entries(headings))('give no heading of %s to another section too', (section, languages) => {
    const names = Object.values(languages).flat();
    expect(names.filter((name) => sectionNamed(name) !== section)).toEqual([]);
  });

  it('give no name of a field, a stage or a language to another one too', () => {
    const kinds = [
      [knownFields.fields, fieldNamed],
      [knownFields.stages, stageNamed],
      [knownFields.languages, languageNamed],
    ] as const;
    for (const [things, named] of kinds) {
      for (const [thing, languages] of Object.entries(things)) {
        const names = Object.values(languages).flat();
        expect(names.filter((name) => named(name) !== thing)).toEqual([]);
      }
    }
  });

  it('hold nothing that is too long to be looked at', () => {
    const all = [headings, knownFields.fields, knownFields.stages, knownFields.languages].flatMap((things) =>
      Object.values(things).flatMap((languages) => Object.values(languages).flat()),
    );
    expect(all.filter((name) => name.normalize('NFD').length >= LONGEST_NAME)).toEqual([]);
  });

  it('write Romanian with a comma below, and everything composed', () => {
    const text = JSON.stringify([headings, knownFields]);
    expect(text).not.toMatch(/[ţşŢŞ]/);
    expect(text).toBe(text.normalize('NFC'));
  });
});

describe('a key of the front matter', () => {
  it.each([
    ['account', 'Khách hàng', 'Client', 'ACCOUNT'],
    ['contact', 'Người liên hệ', 'Persoană de contact', 'persoana_de_contact'],
    ['date', 'Ngày', 'Dată', 'data'],
    ['channel', 'Hình thức', 'Canal', 'hinh thuc'],
    ['stage', 'Giai đoạn', 'Etapă', 'giai_doan'],
    ['language', 'Ngôn ngữ', 'Limbă', 'lang'],
  ])('%s is known in three languages', (field, ...names) => {
    expect(names.map(fieldNamed)).toEqual(names.map(() => field));
  });
});

describe('a stage', () => {
  it.each([
    ['prospect', 'Prospect', 'tiềm năng', 'client potențial'],
    ['negotiation', 'Negotiation', 'đàm phán', 'dam phan', 'negociere'],
    ['signed', 'signed', 'Đã ký', 'da ky', 'semnat'],
    ['service', 'service', 'chăm sóc', 'Chăm sóc khách hàng', 'post-vânzare'],
  ])('%s is known in three languages', (stage, ...values) => {
    expect(values.map(stageNamed)).toEqual(values.map(() => stage));
  });

  it('that nobody knows is none', () => {
    expect(stageNamed('closed lost')).toBeUndefined();
  });
});

describe('a language', () => {
  it.each([
    ['en', 'en', 'en-US', 'English', 'tiếng Anh', 'engleză'],
    ['vi', 'vi', 'VI', 'Vietnamese', 'tiếng Việt', 'vietnameză'],
    ['ro', 'ro', 'ro-RO', 'Romanian', 'tiếng Rumani', 'română'],
  ])('%s is known by its code and by its names', (language, ...values) => {
    expect(values.map(languageNamed)).toEqual(values.map(() => language));
  });
});
