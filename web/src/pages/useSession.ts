import { useEffect, useState, useSyncExternalStore } from "react";
import { type DocumentSession, openDocument, type Snapshot } from "../transport";

type Subscribe = DocumentSession["subscribe"];

export interface OpenSession {
  session: DocumentSession;
  snapshot: Snapshot;
  /** Hear of what happened, at the page's pace. */
  subscribe: Subscribe;
}

const atOnce = (subscribe: Subscribe) => subscribe;
const never = () => () => undefined;

/** A document that is open while its page is: a map by its id, or the library; `pace` may calm what it hears. */
export function useSession(
  id: string,
  pace: (subscribe: Subscribe) => Subscribe = atOnce,
): OpenSession | null {
  const [open, setOpen] = useState<Omit<OpenSession, "snapshot"> | null>(null);
  useEffect(() => {
    const session = openDocument(id);
    setOpen({ session, subscribe: pace(session.subscribe) });
    return () => session.close();
  }, [id, pace]);
  const snapshot = useSyncExternalStore(open?.subscribe ?? never, () => open?.session.getSnapshot() ?? null);
  return open && snapshot ? { ...open, snapshot } : null;
}
