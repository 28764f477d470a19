import * as fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenOffFile } from '../../src/close/broken-off.ts';
import { ENDS } from '../../src/close/draft.ts';
import type { ClosingDraft } from '../../src/close/draft.ts';
import { freshFolder } from '../support/folders.ts';

const ID = '01kb2x3y4z5a6b7c8d9e0f1g2h';

const request = fc.record(
  {
    what: fc.string(),
    answer: fc.constantFrom('accepted' as const, 'refused' as const, 'open' as const),
    reason: fc.string(),
    due: fc.string(),
    isReminded: fc.boolean(),
  },
  { requiredKeys: ['what'] },
);
const promise = fc.record(
  { by: fc.constantFrom('us' as const, 'customer' as const), what: fc.string(), due: fc.string() },
  { requiredKeys: ['by', 'what'] },
);
const draft: fc.Arbitrary<ClosingDraft> = fc.record(
  {
    end: fc.constantFrom(...ENDS),
    because: fc.string(),
    isReached: fc.boolean(),
    agendaDone: fc.array(fc.string()),
    requests: fc.array(request, { maxLength: 3 }),
    promises: fc.array(promise, { maxLength: 3 }),
    notes: fc.string(),
  },
  { requiredKeys: ['requests', 'promises'] },
);

test('what is kept is what is read', () => {
  const file = brokenOffFile(fs, freshFolder(), ID);
  fc.assert(
    fc.property(fc.array(draft, { minLength: 1, maxLength: 4 }), (drafts) => {
      file.keep(drafts);
      expect(file.read()).toEqual(drafts);
    }),
  );
  file.forget();
  expect(file.read()).toBeUndefined();
});

test.each([
  'no JSON',
  '[]',
  '{}',
  '[null]',
  '[{}]',
  '[{"requests":[],"promises":[],"end":"won"}]',
  '[{"requests":[{}],"promises":[]}]',
  '[{"requests":[],"promises":[{"by":"nobody","what":"x"}]}]',
  '[{"requests":[],"promises":[],"toString":1}]',
])('what another version wrote, or a hand, is left alone: %s', (text) => {
  const folder = freshFolder();
  fs.mkdirSync(join(folder, 'closings'));
  fs.writeFileSync(join(folder, 'closings', `${ID}.json`), text);
  expect(brokenOffFile(fs, folder, ID).read()).toBeUndefined();
});
