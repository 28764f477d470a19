/**
 * What was wrong on the day a team began to lint, so that from then on only what is new counts. Findings are counted by
 * rule and not kept by place, because lines move with every edit. Warnings are counted like errors: a team that allows
 * none is to begin today as well, old warnings would bury the new ones, and a rule whose level is raised later does not
 * bring back what was let pass.
 *
 * A report is a file; its findings are counted for the file. The rows of a table come and go (an export grows every
 * week), but a row keeps its id: its findings are counted for the row, by file and id. So a new row is new whatever else
 * is in the table, and a row can be judged as it passes, without the rest of the file. By its words alone a row is not
 * known again: the most usual purposes are the same few words each week, and all later ones would pass with the first.
 * The export has to have the same name each time, because in another table the same id is another row.
 */
export interface Baseline {
  /** By the path of the report, relative to the folder of the baseline, with `/`. */
  readonly files: ReadonlyMap<string, Counts>;
  /** By the path of the table, then by the key of the row. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Counts>>;
}

/** Findings by rule; never 0. */
export type Counts = ReadonlyMap<string, number>;

export const NO_BASELINE: Baseline = { files: new Map(), rows: new Map() };

/** A report, or the row of a table. */
export interface Place {
  /** As in the baseline. */
  readonly file: string;
  /** For a row its id; without one, something that no other row has, such as all its cells. */
  readonly row?: string | undefined;
}

/** More is allowed than there is: something was put right, and the baseline can be lowered so that it stays so. */
export interface Outdated extends Place {
  readonly rule: string;
  readonly allowed: number;
  /** 0 also where the report or the row is gone. */
  readonly found: number;
}

/** More was found than is allowed. */
export interface Exceeded {
  readonly rule: string;
  /** At least 1. */
  readonly allowed: number;
  readonly found: number;
}

export interface Held<Finding> {
  /** What counts. */
  readonly kept: readonly Finding[];
  readonly known: readonly Finding[];
  /** The rules of which all findings count because there are more than are allowed. */
  readonly exceeded: readonly Exceeded[];
}

/** A run of the linter, held against a baseline document by document. */
export interface BaselineRun {
  /**
   * Tells what is known of a document from what is new. If a report has more findings of a rule than it is allowed, all
   * of that rule are new: which of them is cannot be known, and to show the last ones only would blame the wrong line.
   * A row whose key came before in the same table is allowed what the ones before have left.
   */
  readonly hold: <Finding extends { readonly rule: string }>(
    place: Place,
    findings: readonly Finding[],
  ) => Held<Finding>;
  /** A file, report or table, has been judged to its end: what was not found in it is not there any more. */
  readonly endFile: (file: string) => void;
  /**
   * Where more is allowed than was found, in the order of the baseline. Of a file that was not judged this is said only
   * if it is gone.
   */
  readonly outdated: (isThere: (file: string) => boolean) => readonly Outdated[];
  /** The baseline lowered to what was found, for `--prune-baseline`: nothing is allowed that was not. */
  readonly pruned: (isThere: (file: string) => boolean) => Baseline;
  /** What was found, for `--update-baseline`, with what the baseline says of files that were not judged. */
  readonly updated: (isThere: (file: string) => boolean) => Baseline;
}

type Tally = Map<string, number>;

/** Begins a run of the linter; without a baseline everything counts, and `updated` gives the first one. */
export function openBaseline({ files, rows }: Baseline = NO_BASELINE): BaselineRun {
  const judged = new Set<string>();
  const found = { files: new Map<string, Tally>(), rows: new Map<string, Map<string, Tally>>() };

  const allowedIn = ({ file, row }: Place): Counts | undefined =>
    row === undefined ? files.get(file) : rows.get(file)?.get(row);
  const foundIn = ({ file, row }: Place): Counts | undefined =>
    row === undefined ? found.files.get(file) : found.rows.get(file)?.get(row);
  const tallyOf = ({ file, row }: Place): Tally =>
    row === undefined
      ? entryOf(found.files, file, () => new Map())
      : entryOf(
          entryOf(found.rows, file, () => new Map<string, Tally>()),
          row,
          () => new Map(),
        );
  /** What the baseline says of a file is to be compared with what was found, not kept as it is. */
  const isToCompare = (file: string, isThere: (file: string) => boolean): boolean =>
    judged.has(file) || !isThere(file);

  return {
    hold(place, findings) {
      if (findings.length === 0) return { kept: findings, known: [], exceeded: [] };
      const tally = tallyOf(place);
      for (const { rule } of findings) tally.set(rule, (tally.get(rule) ?? 0) + 1);
      const allowed = allowedIn(place);
      if (allowed === undefined) return { kept: findings, known: [], exceeded: [] };
      const isKnown = (rule: string): boolean => (tally.get(rule) ?? 0) <= (allowed.get(rule) ?? 0);
      const exceeded = [...new Set(findings.map(({ rule }) => rule))].flatMap((rule) => {
        const most = allowed.get(rule);
        return most === undefined || isKnown(rule)
          ? []
          : [{ rule, allowed: most, found: tally.get(rule) ?? 0 }];
      });
      return {
        kept: findings.filter(({ rule }) => !isKnown(rule)),
        known: findings.filter(({ rule }) => isKnown(rule)),
        exceeded,
      };
    },

    endFile(file) {
      judged.add(file);
    },

    outdated(isThere) {
      const all: Outdated[] = [];
      for (const place of placesOf({ files, rows })) {
        if (!isToCompare(place.file, isThere)) continue;
        const now = foundIn(place);
        for (const [rule, allowed] of allowedIn(place) ?? []) {
          const count = now?.get(rule) ?? 0;
          if (count < allowed) all.push({ ...place, rule, allowed, found: count });
        }
      }
      return all;
    },

    pruned(isThere) {
      const lowered = (place: Place, counts: Counts): Counts =>
        isToCompare(place.file, isThere) ? lowerOf(counts, foundIn(place)) : counts;
      return mapCounts({ files, rows }, lowered);
    },

    updated(isThere) {
      const isKept = (file: string): boolean => !isToCompare(file, isThere);
      const isFound = (file: string): boolean => judged.has(file);
      return {
        files: new Map([...entriesIf(files, isKept), ...entriesIf(found.files, isFound)]),
        rows: new Map([...entriesIf(rows, isKept), ...entriesIf(found.rows, isFound)]),
      };
    },
  };
}

function* placesOf({ files, rows }: Baseline): Generator<Place> {
  for (const file of files.keys()) yield { file };
  for (const [file, counts] of rows) for (const row of counts.keys()) yield { file, row };
}

/** The same for other counts; where none are left, nothing is said of the place. */
function mapCounts({ files, rows }: Baseline, change: (place: Place, counts: Counts) => Counts): Baseline {
  return {
    files: mapEntries(files, (counts, file) => change({ file }, counts)),
    rows: mapEntries(rows, (ofRows, file) =>
      mapEntries(ofRows, (counts, row) => change({ file, row }, counts)),
    ),
  };
}

function mapEntries<Value extends ReadonlyMap<string, unknown>>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value, key: string) => Value,
): Map<string, Value> {
  const changed = new Map<string, Value>();
  for (const [key, value] of map) {
    const now = change(value, key);
    if (now.size > 0) changed.set(key, now);
  }
  return changed;
}

function lowerOf(allowed: Counts, found: Counts | undefined): Counts {
  const lower = new Map<string, number>();
  for (const [rule, count] of allowed) {
    const least = Math.min(count, found?.get(rule) ?? 0);
    if (least > 0) lower.set(rule, least);
  }
  return lower;
}

function entriesIf<Value>(
  map: ReadonlyMap<string, Value>,
  isWanted: (key: string) => boolean,
): [string, Value][] {
  return [...map].filter(([key]) => isWanted(key));
}

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
