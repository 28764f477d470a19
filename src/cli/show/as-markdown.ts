import { markdownText } from '../../text/markdown.ts';
import type { Item, Page } from './sections.ts';

const BOXES = { open: '[ ] ', done: '[x] ', late: '' } as const;

/** A sheet as Markdown, to be printed or sent. */
export function pageAsMarkdown(page: Page): string {
  const parts = [
    `# ${markdownText(page.title)}`,
    page.facts.map((line) => `- ${markdownText(line)}`).join('\n'),
    ...(page.missing === undefined ? [] : [`_${markdownText(page.missing)}_`]),
    ...page.sections.flatMap(({ title, items }) => [
      `## ${markdownText(title)}`,
      items.map(itemLine).join('\n'),
    ]),
  ];
  return parts.join('\n\n');
}

function itemLine({ mark, text }: Item): string {
  const line = `${mark === undefined ? '' : BOXES[mark]}${markdownText(text)}`;
  return mark === 'late' ? `- **${line}**` : `- ${line}`;
}
