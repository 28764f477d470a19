import { describe, expect, it } from 'vitest';
import { readMarkdownReport } from '../../src/reports/markdown.ts';
import { fieldsOf, notesOn, outlineOf } from './reading.ts';

const lines = (...parts: string[]): string => parts.join('\n');

describe('a report', () => {
  it('is cut into sections, paragraphs and list items', () => {
    const source = lines(
      '---',
      'account: Farrow Mill',
      'stage: prospect',
      '---',
      '# Call report',
      '',
      '## Reason for call',
      'Get the go-ahead for a trial',
      'of the bread film on line 2.',
      '',
      'Second paragraph.',
      '## Agenda',
      '1. Break log,',
      '   weeks 36-40',
      '2. Trial set-up',
      '- [x] samples ordered',
      '* reels',
      '    - nested reel',
      '',
      '## Next step',
      '7 Nov 10:00, decide on the first order.',
    );
    expect(outlineOf(source)).toEqual([
      [
        'purpose | Reason for call',
        'Get the go-ahead for a trial\nof the bread film on line 2.',
        'Second paragraph.',
      ],
      [
        'preparation | Agenda',
        'Break log,\n   weeks 36-40',
        'Trial set-up',
        'samples ordered',
        'reels',
        'nested reel',
      ],
      ['next | Next step', '7 Nov 10:00, decide on the first order.'],
    ]);
    expect(notesOn(source)).toEqual([]);
    expect(fieldsOf(source)).toEqual({ account: 'Farrow Mill', stage: 'prospect' });
  });

  it('may have its headings in three languages at once', () => {
    const source = '# MUC DICH\nký hợp đồng\n### Agendă\nprețul\n###### Next call\nMonday';
    expect(outlineOf(source)).toEqual([
      ['purpose | MUC DICH', 'ký hợp đồng'],
      ['preparation | Agendă', 'prețul'],
      ['next | Next call', 'Monday'],
    ]);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('may end its lines with %s', (_, end) => {
    const source = ['---', 'account: Acme', '---', '## Purpose', 'Sign', 'the NDA', '', '- now', ''].join(
      end,
    );
    expect(outlineOf(source)).toEqual([['purpose | Purpose', `Sign${end}the NDA`, 'now']]);
    expect(fieldsOf(source)).toEqual({ account: 'Acme' });
  });

  it('may begin with a byte order mark, which counts', () => {
    const source = '\uFEFF---\naccount: Acme\n---\n# Purpose\nSign';
    expect(outlineOf(source)).toEqual([['purpose | Purpose', 'Sign']]);
    expect(readMarkdownReport(source).fields.account).toEqual({ value: 'Acme', start: 14, end: 18 });
    expect(outlineOf('\uFEFFSaid hello.')).toEqual([['discussion | ', 'Said hello.']]);
  });

  it('without known headings is a discussion as a whole', () => {
    const source = '# Acme, 3 Nov\nWas in the area.\n## Background\n- old customer';
    expect(outlineOf(source)).toEqual([['discussion | ', 'Was in the area.', 'old customer']]);
    expect(notesOn(source)).toEqual(['no-front-matter: ', 'no-sections: ']);
  });

  it.each(['', '\n\n', '\uFEFF', '---\naccount: Acme\n---\n', '# Purpose\n', '<!-- nothing yet -->'])(
    'without text is empty: %j',
    (source) => {
      expect(notesOn(source)).toEqual(['empty: ']);
    },
  );

  it('keeps text before the first known heading, and below a title, as a discussion', () => {
    const source = '# Acme, 3 Nov\nRain all day.\n\n## Attendees\n- Hannah\n\n## Purpose\nSign the NDA';
    expect(outlineOf(source)).toEqual([
      ['discussion | ', 'Rain all day.'],
      ['purpose | Purpose', 'Sign the NDA'],
    ]);
    expect(notesOn(source)).toEqual(['no-front-matter: ', 'unknown-heading: Attendees']);
  });

  it('gives the text below an unknown heading to the section above only if it is deeper', () => {
    const source = lines(
      '## Discussion',
      'Prices.',
      '### Line 2',
      'Stopped twice.',
      '## Competitors',
      'Two.',
      '### Prices',
      'High.',
      '## Notes',
      'Done.',
    );
    expect(outlineOf(source)).toEqual([
      ['discussion | Discussion', 'Prices.', 'Stopped twice.'],
      ['discussion | Notes', 'Done.'],
    ]);
    expect(notesOn(source)).toEqual([
      'no-front-matter: ',
      'unknown-heading: Competitors',
      'unknown-heading: Prices',
    ]);
  });

  it('says nothing of an unknown heading without text of its own', () => {
    expect(notesOn('---\naccount: A\n---\n# Visit\n## Part one\n### Purpose\nSign')).toEqual([]);
  });
});

describe('a heading', () => {
  it.each([
    ['## Purpose ##', 'Purpose'],
    ['#Purpose', 'Purpose'],
    ['## **Purpose:**', 'Purpose'],
    ['   ## 1. Purpose:', '1. Purpose'],
    ['## 🎯 Purpose', '🎯 Purpose'],
    ['Purpose\n=======', 'Purpose'],
    ['Purpose\n---', 'Purpose'],
    ['**Purpose**', 'Purpose'],
    ['__Purpose:__', 'Purpose'],
    ['***Purpose***:', 'Purpose'],
    ['Purpose:', 'Purpose'],
    ['Purpose', 'Purpose'],
    ['II. MỤC ĐÍCH', 'II. MỤC ĐÍCH'],
    ['Mục đích / Purpose:', 'Mục đích / Purpose'],
    ['## Purpose <!-- one sentence -->', 'Purpose'],
    ['## Scop \t', 'Scop'],
  ])('may be written as %j', (heading, words) => {
    expect(outlineOf(`${heading}\nSign the NDA`)).toEqual([[`purpose | ${words}`, 'Sign the NDA']]);
  });

  it.each([
    'Purpose: Sign the NDA',
    '**Purpose:** Sign the NDA',
    '**Purpose**: Sign the NDA',
    '## Purpose: Sign the NDA',
    '- Purpose: Sign the NDA',
    '* **Purpose:** Sign the NDA',
    '1. Purpose: Sign the NDA',
    'Purpose:\tSign the NDA',
  ])('may have its text on the same line: %j', (line) => {
    expect(outlineOf(`${line}\nwith Hannah`)).toEqual([['purpose | Purpose', 'Sign the NDA\nwith Hannah']]);
  });

  it('may be a label on each line of a plain text', () => {
    const source = 'Account: Acme\nStage: đã ký\nPurpose: sign\nthe NDA\nnotes: all well\nNext step: Monday';
    expect(outlineOf(source)).toEqual([
      ['purpose | Purpose', 'sign\nthe NDA'],
      ['discussion | notes', 'all well'],
      ['next | Next step', 'Monday'],
    ]);
    expect(fieldsOf(source)).toEqual({ account: 'Acme', stage: 'đã ký' });
    expect(notesOn(source)).toEqual([]);
  });

  it('may be a label of each item of a list', () => {
    const source = '- Account: Acme\n- Purpose: sign\n- Notes: all well\n- **Next step:** Monday';
    expect(outlineOf(source)).toEqual([
      ['purpose | Purpose', 'sign'],
      ['discussion | Notes', 'all well'],
      ['next | Next step', 'Monday'],
    ]);
    expect(fieldsOf(source)).toEqual({ account: 'Acme' });
  });

  it('may be a name alone on a line above a paragraph', () => {
    const source = 'Mục đích\nKý hợp đồng\n\nGhi chú\nGiao hàng\nthứ hai\n\nCam kết\n- gửi mẫu';
    expect(outlineOf(source)).toEqual([
      ['purpose | Mục đích', 'Ký hợp đồng'],
      ['discussion | Ghi chú', 'Giao hàng\nthứ hai'],
      ['commitments | Cam kết', 'gửi mẫu'],
    ]);
  });

  it.each([
    ['an order number', '#4711 is late'],
    ['seven hashes', '####### Purpose'],
    ['a line that only begins with a name', 'Purpose was to sign'],
    ['bold words that are no name', '**Hannah Osei** was there'],
    ['a bold line that is no name', '**Very important**'],
    ['a label that is no name', 'Hannah: we need it on Monday'],
    ['a time of the day', '10:30 at the gate'],
    ['an item that is a name', '- agenda'],
    ['a label in the list of a section', '- agenda: sent by Friday'],
  ])('is not %s', (_, text) => {
    const slice = text.replace(/^- /, '');
    expect(outlineOf(`## Notes\n${text}`)).toEqual([['discussion | Notes', slice]]);
  });

  it('is not the line that a sentence happens to be broken at', () => {
    expect(outlineOf('## Commitments\nWe send the\nagenda: prices and dates')).toEqual([
      ['commitments | Commitments', 'We send the\nagenda: prices and dates'],
    ]);
    expect(outlineOf('We agreed on the\nagenda: prices and dates')).toEqual([
      ['discussion | ', 'We agreed on the\nagenda: prices and dates'],
    ]);
  });

  it('is not the only line of a section whose text is the name of another', () => {
    expect(outlineOf('## Purpose\nDiscussion')).toEqual([['purpose | Purpose', 'Discussion']]);
    expect(outlineOf('## Purpose\n\nDiscussion\n\n## Agenda\nPrices')).toEqual([
      ['purpose | Purpose', 'Discussion'],
      ['preparation | Agenda', 'Prices'],
    ]);
    expect(outlineOf('Follow-up')).toEqual([['discussion | ', 'Follow-up']]);
  });
});

describe('not blocks are', () => {
  it('block quotes, with the lines that run on below them', () => {
    expect(outlineOf('## Notes\nShe wrote:\n> you are idiots\nand worse\n\nWe stayed calm.')).toEqual([
      ['discussion | Notes', 'She wrote:', 'We stayed calm.'],
    ]);
    expect(outlineOf('## Notes\n- > quoted\n- ours')).toEqual([['discussion | Notes', 'ours']]);
  });

  it('code between fences, headings in it included', () => {
    expect(
      outlineOf('## Notes\nLog:\n```\n## Purpose\n<!--\n``` \nOurs.\n~~~~\nx\n~~~\ny\n~~~~\nToo.'),
    ).toEqual([['discussion | Notes', 'Log:', 'Ours.', 'Too.']]);
    expect(outlineOf('## Notes\n- ```\n  x\n  ```\n- ours')).toEqual([['discussion | Notes', 'ours']]);
    expect(outlineOf('## Notes\n```js``` is code in a line')).toEqual([
      ['discussion | Notes', '```js``` is code in a line'],
    ]);
  });

  it('code that never ends, which is told', () => {
    const source = '---\naccount: A\n---\n## Notes\nOurs.\n```log\n## Purpose\nx';
    expect(outlineOf(source)).toEqual([['discussion | Notes', 'Ours.']]);
    expect(notesOn(source)).toEqual(['unclosed-code: ```log']);
  });

  it('comments, wherever they stand', () => {
    const source =
      '## Notes\n<!-- a hint\n\n## Purpose\n-->\nBefore <!-- x --> behind\nof it.\n- <!-- y -->item';
    expect(outlineOf(source)).toEqual([['discussion | Notes', 'Before', 'behind\nof it.', 'item']]);
  });

  it('empty comments, and nothing behind them', () => {
    expect(outlineOf('## Notes\nOne <!--> two <!---> three <!----> four')).toEqual([
      ['discussion | Notes', 'One', 'two', 'three', 'four'],
    ]);
  });

  it('but a comment that is never closed is text', () => {
    expect(outlineOf('## Notes\nOurs <!-- too\n## Purpose\nSign')).toEqual([
      ['discussion | Notes', 'Ours <!-- too'],
      ['purpose | Purpose', 'Sign'],
    ]);
  });

  it('rules across the page and items without text', () => {
    expect(outlineOf('## Notes\nOne\n***\nTwo\n\n- - -\n\n-\n- [ ]\n2.\n___\nThree')).toEqual([
      ['discussion | Notes', 'One', 'Two', 'Three'],
    ]);
  });
});

describe('a list item', () => {
  it('without text does not underline the line above', () => {
    expect(outlineOf('## Notes\nWe stayed\n-\n- calm')).toEqual([
      ['discussion | Notes', 'We stayed', 'calm'],
    ]);
  });

  it.each(['-', '*', '+', '•', '◦', '–', '—', '▪', '1.', '23)', '(2)', 'a)', '- [ ]', '* [x]', '- -'])(
    'may begin with %s',
    (bullet) => {
      expect(outlineOf(`## Agenda\n${bullet} first\n${bullet} second`)).toEqual([
        ['preparation | Agenda', 'first', 'second'],
      ]);
    },
  );

  it('needs no space behind a dash or a dot', () => {
    expect(outlineOf('## Cam kết\n-mình: gửi báo giá\n•anh Huy: ký')).toEqual([
      ['commitments | Cam kết', 'mình: gửi báo giá', 'anh Huy: ký'],
    ]);
  });

  it.each([
    '-5 % from January',
    '*really* cheap',
    '3.5 t a week',
    '2026. A good year',
    '+40 721 000 000',
    'a. m. only',
  ])('does not begin with %j', (text) => {
    expect(outlineOf(`## Notes\nThey pay\n${text}`)).toEqual([['discussion | Notes', `They pay\n${text}`]]);
  });

  it('is not a sentence that runs on with a figure', () => {
    expect(outlineOf('## Notes\nDelivery in week\n14. They agreed.')).toEqual([
      ['discussion | Notes', 'Delivery in week\n14. They agreed.'],
    ]);
  });
});

describe('fields above the text of a report without front matter', () => {
  it('are read, and are not judged', () => {
    const source = '# Raport\n**Client:** Consiliul Local\nEtapă: semnat\nContact:\n\nAm fost în zonă.';
    expect(fieldsOf(source)).toEqual({ account: 'Consiliul Local', stage: 'semnat' });
    expect(outlineOf(source)).toEqual([['discussion | ', 'Am fost în zonă.']]);
    expect(notesOn(source)).toEqual(['no-sections: ']);
  });

  it('are none further down', () => {
    expect(fieldsOf('Was there.\n\nContact: none')).toEqual({});
    expect(fieldsOf('## Purpose\nDate: agree on one')).toEqual({});
  });

  it('give way to the front matter', () => {
    expect(fieldsOf('---\nstage: signed\n---\nStage: prospect\nAccount: Acme\n\nText')).toEqual({
      account: 'Acme',
      stage: 'signed',
    });
  });
});

describe('a value that we do not know', () => {
  it('is noted where it stands', () => {
    const source = '---\nstage: closed lost\nlang: klingon\n---\n# Notes\nText';
    expect(notesOn(source)).toEqual(['unknown-stage: closed lost', 'unknown-language: klingon']);
    expect(readMarkdownReport(source).notes[0]).toMatchObject({ start: 11, end: 22 });
  });
});
