import { t } from "@lingui/core/macro";
import { ImageOff } from "lucide-react";
import { useState } from "react";
import "./picture.css";

interface PictureProps {
  source: string;
  /** What it shows; "" where the words beside it say so. */
  alt: string;
  className?: string;
  /** Show nothing where it cannot be shown: something else says why. */
  isQuiet?: boolean;
}

/** A picture; a quiet sign in its place where its file is gone. */
export function Picture({ source, alt, className = "", isQuiet }: PictureProps) {
  const [missing, setMissing] = useState("");
  if (missing === source && isQuiet) return null;
  if (missing === source) {
    const words = t`The picture is not here`;
    return (
      <span className={`picture picture-gone ${className}`}>
        <ImageOff size={16} aria-hidden />
        <span className="caption">{alt ? `${words}: ${alt}` : words}</span>
      </span>
    );
  }
  return (
    <img
      className={`picture ${className}`}
      src={source}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setMissing(source)}
    />
  );
}
