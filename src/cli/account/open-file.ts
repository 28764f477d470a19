import type { Store } from '../../calls/store.ts';
import type { OnFile } from '../../plan/reasons.ts';
import { noteProblems } from '../note-problems.ts';
import { readOnFile } from '../on-file.ts';
import type { Session } from '../session.ts';

/** Reads what is on file about all accounts, and names what cannot be read. */
export async function openFile(session: Session, store: Store): Promise<OnFile> {
  const { onFile, problems } = await readOnFile(store, session.settings);
  noteProblems(session, problems);
  return onFile;
}
