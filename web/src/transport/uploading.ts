import { t } from "@lingui/core/macro";
import type { Problem, Upload } from "../generated";
import { ApiError } from "./api";
import { identity } from "./identity";

// Files on their way to the server. XMLHttpRequest, since fetch does not tell how much has been sent.

/** Send files, as a new upload or beside those of one; `told` hears the share that was sent. Rejects with ApiError. */
export function sendFiles(
  files: readonly File[],
  beside: string,
  told: (share: number) => void,
  signal: AbortSignal,
): Promise<Upload> {
  const body = new FormData();
  for (const file of files) body.append("files", file);
  const { id, name } = identity();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/datasets/uploads${beside ? `/${beside}/files` : ""}`);
    request.setRequestHeader("X-Footfall-Actor", id);
    request.setRequestHeader("X-Footfall-Actor-Name", encodeURIComponent(name));
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status < 300 ? resolve(request.response as Upload) : reject(refused(request));
    request.onerror = () =>
      reject(new ApiError(problem(0, t`The server was not reached. Is it still running?`)));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}

function refused({ status, response }: XMLHttpRequest): ApiError {
  const told = response as Problem | null;
  return new ApiError(
    told?.detail ? told : problem(status, t`The server answered ${status} to the file. Try again.`),
  );
}

function problem(status: number, detail: string): Problem {
  const code = status ? "unknown" : "unreachable";
  return { type: `errors#${code}`, title: code, status, code, detail };
}
