import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlText } from '../../src/tables/html-text.ts';
import { isHtml, judgeable, withoutGuard } from '../../src/tables/judgeable.ts';
import { offsetIn } from '../../src/tables/offset-map.ts';

/** A cell in the first line of a file, from its first column on. */
const cell = (text: string) => ({
  column: 'Notes',
  text,
  at: (offset: number) => ({ line: 1, column: offset + 1 }),
});

describe('a spreadsheet’s apostrophe', () => {
  it.each([
    ["'- three runs", '- three runs'],
    ["'+40 700", '+40 700'],
    ["'=SUM", '=SUM'],
    ["'@ana", '@ana'],
    ["'quoted'", "'quoted'"],
    ["''-", "''-"],
    ["-'-", "-'-"],
  ])('%s is %s', (text, plain) => {
    expect(withoutGuard(text)).toBe(plain);
    const read = judgeable(cell(text));
    expect(read.text).toBe(plain);
    expect(text.slice(read.at(0).column - 1)).toBe(plain);
  });
});

describe('HTML', () => {
  it.each([
    ['<p>Just touching base.</p>', 'Just touching base.'],
    ['<p>one</p><p>two</p>', 'one\ntwo'],
    ['one<br>two<br/>three<BR />four', 'one\ntwo\nthree\nfour'],
    ['<ul>\n  <li>one</li>\n  <li>two <b>bold</b></li>\n</ul>', 'one\ntwo bold'],
    ['Tom &amp; Sons&nbsp;&lt;x&gt; &quot;q&quot; &#39;s &eacute; &#128512;', 'Tom & Sons <x> "q" \'s é 😀'],
    ['<style>p { color: red }</style><script>alert("a <b>")</script>text', 'text'],
    ['<div>a <!-- not this -->b</div>', 'a b'],
    ['<p>never closed <b>anywhere', 'never closed anywhere'],
    ['</p></div>closed <i>wrongly</b></i>', 'closed wrongly'],
    ['<a href="x?a=1&amp;b=<2">link</a>', 'link'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a\nb'],
    ['<p>  <br>&nbsp;</p>', ''],
    ['Giá &lt; 500&nbsp;€<br>giữ <em>ba tháng</em>', 'Giá < 500 €\ngiữ ba tháng'],
  ])('%s', (html, text) => {
    expect(isHtml(html)).toBe(true);
    expect(htmlText(html).text).toBe(text);
    expect(judgeable(cell(html), htmlText).text).toBe(text);
  });

  it.each([
    'a < b and c > d',
    'preț < 500 > 300',
    'R&D',
    '<name>',
    'mail <ana@example.invalid>',
    '5 &c',
    'a<b',
  ])('is not what only looks like it: %s', (text) => {
    expect(isHtml(text)).toBe(false);
    expect(judgeable(cell(text), htmlText).text).toBe(text);
  });

  it('words stand where they stand in the cell', () => {
    const html = "'-<p>We&nbsp;said <b>it&#39;s</b> “fine”.</p>\n<ul><li>Tom &amp; Sons</li></ul>";
    const read = judgeable(cell(html), htmlText);
    const placeOf = (word: string) => read.at(read.text.indexOf(word)).column - 1;
    for (const word of ['We', 'said', '“fine”', 'Tom', 'Sons'])
      expect(placeOf(word)).toBe(html.indexOf(word));
    expect(placeOf("'s")).toBe(html.indexOf('&#39;'));
    expect(placeOf('& Sons')).toBe(html.indexOf('&amp;'));
    expect(read.at(read.text.length).column - 1).toBe(html.indexOf('</li>'));
  });

  it('of any kind is read, and each character that is no entity and no space stands at its place', () => {
    const tags = ['<p>', '</p>', '<br>', '<b>', '</b>', '<li>', '<style>', '</style>', '<p class="', '</'];
    const others = ['<!--', '-->', '<', '>', '&amp;', '&', 'word', 'é', '𝒳', ' ', '\n', '\u00a0', '"', '='];
    const parts = fc.constantFrom(...tags, ...others);
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (pieces) => {
        const html = pieces.join('');
        const { text, map } = htmlText(html);
        const places = Array.from({ length: text.length }, (_, i) => offsetIn(map, i));
        expect(places.every((place, i) => i === 0 || place >= (places[i - 1] ?? 0))).toBe(true);
        const wrong = places.filter((place, i) => !/[\s&]/.test(text.charAt(i)) && html[place] !== text[i]);
        expect(wrong).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
