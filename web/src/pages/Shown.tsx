import { t } from "@lingui/core/macro";
import { useSyncExternalStore } from "react";
import { addressOf, type Sending, sendingFor, subscribeSending } from "../transport";
import { Picture } from "../ui/Picture";

/** What is on its way for something. */
export function useSending(about: string): Sending | null {
  return useSyncExternalStore(subscribeSending, () => sendingFor(about));
}

interface ShownProps {
  image: string;
  alt: string;
  sending: Sending | null;
  className?: string;
}

/** The picture as it is in this browser while it is on its way, then as it is kept. */
export function Shown({ image, alt, sending, className = "" }: ShownProps) {
  if (sending)
    return <Picture source={sending.preview} alt={alt} className={`is-sending ${className}`} isQuiet />;
  return image ? <Picture source={addressOf(image)} alt={alt} className={className} /> : null;
}

/** How far a picture is, in words. */
export function sendingInWords({ state }: Sending): string {
  if (state === "failed") return t`The picture is not uploaded`;
  return state === "waiting"
    ? t`Not uploaded yet: the server was not reached. It is tried again by itself.`
    : t`Uploading…`;
}
