/** What happened to a file since it was last told. */
export type ChangeKind = 'changed' | 'added' | 'removed';

/** Absolute paths of files, in the order in which they were first touched; no path is in two of them. */
export interface Changes {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Changes that wait to be told, each file with what they come to: added and removed again is nothing. */
export interface PendingChanges {
  readonly note: (path: string, kind: ChangeKind) => void;
  readonly isEmpty: () => boolean;
  /** Everything noted since this was called last. */
  readonly take: () => Changes;
}

export function openChanges(): PendingChanges {
  let kinds = new Map<string, ChangeKind>();
  return {
    note(path, kind) {
      const now = sumOf(kinds.get(path), kind);
      if (now === undefined) kinds.delete(path);
      else kinds.set(path, now);
    },
    isEmpty: () => kinds.size === 0,
    take() {
      const taken = [...kinds];
      kinds = new Map();
      const of = (wanted: ChangeKind): string[] =>
        taken.filter(([, kind]) => kind === wanted).map(([path]) => path);
      return { changed: of('changed'), added: of('added'), removed: of('removed') };
    },
  };
}

/** What two things that happened one after the other come to; nothing if it is as it was. */
function sumOf(before: ChangeKind | undefined, now: ChangeKind): ChangeKind | undefined {
  if (before === 'added') return now === 'removed' ? undefined : 'added';
  if (before === 'removed') return now === 'removed' ? 'removed' : 'changed';
  return now === 'added' && before !== undefined ? 'changed' : now;
}
