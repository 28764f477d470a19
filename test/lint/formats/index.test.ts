import { expect, test } from 'vitest';
import { FORMATS, loadFormat } from '../../../src/lint/formats/index.ts';
import { file, look, message, report, written } from './documents.ts';

test.each(FORMATS)('%s is loaded by its name, and says what was found', async (name) => {
  const format = await loadFormat(name, look());
  expect(written(format, [file(report('a.md', [message('Courtesy call')]))])).toContain('courtesy-call');
});
