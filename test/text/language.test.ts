import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { otherLanguageOf } from '../../src/text/language.ts';
import { wordsOf } from '../../src/text/words.ts';
import { readExamples } from '../../src/train/examples.ts';
import { ROOT } from '../support/folders.ts';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

const languageOf = (text: string): string | undefined => otherLanguageOf(wordsOf(text));

test.each([
  ['fr', 'Passer dire bonjour, cela fait un mois que nous ne sommes pas venus'],
  ['fr', 'FAIRE SIGNER LE CONTRAT ET FIXER LA DATE DE LIVRAISON'],
  ['de', 'Vertrag unterschreiben lassen und den Liefertermin mit dem Kunden vereinbaren'],
  ['es', 'Visita de cortesía para saludar al nuevo jefe de compras'],
  ['it', 'Far firmare il contratto al cliente e fissare la consegna'],
  ['pt', 'Assinar o contrato com a empresa e fechar a data da entrega'],
  ['nl', 'Even langs bij de klant om te vragen hoe het met de machine gaat'],
  ['pl', 'Podpisać umowę z klientem i ustalić termin dostawy, bo to już czas'],
  ['hu', 'A szerződés aláírása és a szállítás megbeszélése az ügyféllel'],
])('%s is told: %s', (language, text) => {
  expect(languageOf(text)).toBe(language);
  expect(languageOf(text.normalize('NFD'))).toBe(language);
});

test('of 5,000 texts in the languages that are known hardly one is taken for another', () => {
  const examples = readExamples(fs, join(ROOT, 'data')).filter((_, i) => i % 5 === 0);
  const wrong = examples.filter(({ text }) => languageOf(text) !== undefined);
  expect(examples.length).toBeGreaterThan(5000);
  expect(wrong.length).toBeLessThanOrEqual(2);
});

test.each([
  ['en', 'This looks like French'],
  ['vi', 'Câu này có vẻ là Tiếng Pháp'],
  ['ro', 'Pare a fi franceză'],
])('a text in another language is judged by its structure, and %s says so', async (lang, sentence) => {
  const { stdout, code } = await run(freshFolder(), [
    'check',
    'Faire signer le contrat et fixer la date de livraison',
    '--lang',
    lang,
  ]);
  expect(stdout.replace(/\s+/g, ' ')).toContain(sentence);
  expect(code).toBe(0);
});

test('a row in another language says so, others do not', async () => {
  const rows = [{ purpose: 'Vertrag mit dem Kunden und der Frau Meier' }, { purpose: 'Sign NDA' }];
  const { stdout } = await run(freshFolder(), ['check', '--ndjson'], {
    stdin: rows.map((row) => JSON.stringify(row)).join('\n'),
  });
  const [german, english] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(german).toMatchObject({ unknownLanguage: 'de' });
  expect(english).not.toHaveProperty('unknownLanguage');
});
