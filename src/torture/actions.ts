import type { Call } from '../calls/call.ts';
import type { Change } from '../calls/change.ts';
import { shownId } from '../calls/id.ts';
import type { Promised } from '../calls/promise.ts';
import type { Random } from '../train/random.ts';

/** What is in a store that something can be done to. */
export interface Stock {
  /** Those that are still planned. */
  readonly calls: readonly Call[];
  /** Those that are still open. */
  readonly promises: readonly Promised[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A command line, and how its change is known among others. */
export interface Order {
  readonly action: string;
  readonly argv: readonly string[];
  /** The wall time at which it is given. */
  readonly now: string;
  isDoneBy(change: Change): boolean;
}

interface Action {
  /** The first words of the command, as the help of the program lists the first. */
  readonly command: readonly string[];
  /** A call can be closed only when its time has come. */
  readonly isLate?: boolean;
  /** How often it is chosen, compared with the others. */
  readonly weight: number;
  /**
   * The rest of the command line; nothing where there is nothing to do that to.
   * @param mark a word that no other order has
   */
  readonly rest: (stock: Stock, mark: string, random: Random) => readonly string[] | undefined;
  readonly isDoneBy: (change: Change, mark: string, rest: readonly string[]) => boolean;
}

/** Accounts that come again; half of the time a new one is named, so that its record is part of the change. */
const ACCOUNTS = ['Nordic Pumps', 'Hòa Phát', 'Ștefănești Agro', 'Cơ khí Bình Minh'];
const DAYS = ['2026-11-26', '2026-11-27', '2026-12-01', '2026-12-04', '2026-12-15'];
const MORNING = '2026-11-25T08:00';
/** When all calls are over. */
const EVENING = '2026-12-31T18:00';
const TIMES = ['08:00', '09:30', '11:00', '14:00', '16:30'];

const account = (mark: string, random: Random): string =>
  random() < 0.5 ? `Client ${mark}` : oneOf(ACCOUNTS, random);
const when = (random: Random): string => `${oneOf(DAYS, random)} ${oneOf(TIMES, random)}`;
const options = (values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]);

const isMarked = (change: Change, mark: string): boolean => JSON.stringify(change).includes(mark);
const isOf = (change: Change, _mark: string, [id = '']: readonly string[]): boolean =>
  change.files.some(({ path, before }) => before !== null && path.includes(`${id}.`));
const takesBack = ({ undoes }: Change): boolean => undoes !== undefined;

const ACTIONS: readonly Action[] = [
  {
    command: ['new'],
    weight: 3,
    rest: (_stock, mark, random) =>
      options({
        account: account(mark, random),
        when: when(random),
        stage: 'negotiation',
        purpose: `Get sign-off on drawing ${mark}`,
        benefit: 'No rework on site',
        outcome: `Signs drawing ${mark}`,
        prepare: `Print drawing ${mark}`,
      }),
    isDoneBy: isMarked,
  },
  {
    command: ['promise', 'add'],
    weight: 4,
    rest: (_stock, mark, random) =>
      options({ account: account(mark, random), what: `Send drawing ${mark}`, due: oneOf(DAYS, random) }),
    isDoneBy: isMarked,
  },
  {
    command: ['promise', 'done'],
    weight: 3,
    rest: ({ promises }, _mark, random) => idOf(promises, random),
    isDoneBy: isOf,
  },
  {
    command: ['promise', 'drop'],
    weight: 1,
    rest: ({ promises }, mark, random) =>
      withId(promises, random, options({ because: `No longer needed ${mark}` })),
    isDoneBy: isMarked,
  },
  {
    command: ['move'],
    weight: 4,
    rest: ({ calls }, mark, random) =>
      withId(calls, random, [when(random), ...options({ because: `Customer is away ${mark}` })]),
    isDoneBy: isMarked,
  },
  {
    command: ['close'],
    isLate: true,
    weight: 4,
    rest: ({ calls }, mark, random) =>
      withId(
        calls,
        random,
        options({
          outcome: 'advance',
          did: `Showed drawing ${mark}`,
          promised: `send contract ${mark} | 2027-01-15`,
        }),
      ),
    isDoneBy: isMarked,
  },
  {
    command: ['edit'],
    weight: 2,
    rest: ({ calls }, mark, random) =>
      withId(calls, random, options({ purpose: `Get sign-off on drawing ${mark}` })),
    isDoneBy: isMarked,
  },
  {
    command: ['cancel'],
    weight: 1,
    rest: ({ calls }, mark, random) => withId(calls, random, options({ because: `Plant is shut ${mark}` })),
    isDoneBy: isMarked,
  },
  {
    command: ['undo'],
    weight: 3,
    rest: ({ canUndo }) => (canUndo ? [] : undefined),
    isDoneBy: takesBack,
  },
  {
    command: ['redo'],
    weight: 1,
    rest: ({ canRedo }) => (canRedo ? [] : undefined),
    isDoneBy: takesBack,
  },
];

/** What can be done with the commands that a program has, at random. */
export function ordersFor(
  commands: ReadonlySet<string>,
): (stock: Stock, mark: string, random: Random) => Order {
  const possible = ACTIONS.filter(({ command: [first = ''] }) => commands.has(first)).flatMap((action) =>
    Array.from({ length: action.weight }, () => action),
  );
  return (stock, mark, random) => {
    for (;;) {
      const { command, rest, isDoneBy, isLate = false } = oneOf(possible, random);
      const argv = rest(stock, mark, random);
      if (argv === undefined) continue;
      return {
        action: command.join(' '),
        argv: [...command, ...argv],
        now: isLate ? EVENING : MORNING,
        isDoneBy: (change) => isDoneBy(change, mark, argv),
      };
    }
  };
}

/** The names of the commands that the help of the program lists. */
export function commandsIn(help: string): Set<string> {
  return new Set([...help.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, name = '']) => name));
}

function oneOf<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

function idOf(records: readonly { readonly id: string }[], random: Random): [string] | undefined {
  return records.length === 0 ? undefined : [shownId(oneOf(records, random).id)];
}

function withId(
  records: readonly { readonly id: string }[],
  random: Random,
  rest: readonly string[],
): readonly string[] | undefined {
  const id = idOf(records, random);
  return id && [...id, ...rest];
}
