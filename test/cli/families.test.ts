import { Command, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import type { Declaring } from '../../src/cli/declare/declaring.ts';
import { FAMILIES, familiesFor } from '../../src/cli/declare/families.ts';

const declaring: Declaring = {
  say: (key) => key,
  choice: (flags) => new Option(flags),
  collect: (value) => [value],
  ends: () => () => Promise.resolve(),
};

describe('families of commands', () => {
  it.each(FAMILIES)('of $commands declares just those', ({ commands, declare }) => {
    const program = new Command();
    declare(program, declaring);
    expect(program.commands.map((command) => command.name())).toEqual(commands);
  });

  it.each([
    ['list', 'list'],
    ['--data list list', 'list'],
    ['--data=undo list --week this', 'list'],
    ['--lang vi --data /tmp check undo', 'check'],
    ['', 'new'],
    ['--lang ro', 'new'],
  ])('are one where the command is named first: %s', (typed, command) => {
    const families = familiesFor(typed.split(' ').filter((word) => word !== ''));
    expect(families).toHaveLength(1);
    expect(families[0]?.commands).toContain(command);
  });

  it.each(['--help', 'help list', '--account list', 'lst', '-- list', '--nonsense'])(
    'are all of them for anything else: %s',
    (typed) => {
      expect(familiesFor([...typed.split(' '), 'undo'])).toEqual(FAMILIES);
    },
  );

  it('are none for the version', () => {
    expect(familiesFor(['--lang', 'vi', '--version'])).toEqual([]);
  });
});
