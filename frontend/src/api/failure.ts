import type { Failure } from "./types";

/** A refused or failed call: what happened, and what is safe or what to do. Thrown by every api function. */
export class ApiFailure extends Error implements Failure {
  readonly code: string;
  readonly hint: string;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = "ApiFailure";
    this.code = failure.code;
    this.hint = failure.hint;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Reads a JSON-RPC error object; the data part is ours, the rest is the protocol's. */
export function failureFrom(error: unknown): ApiFailure {
  const text = (value: unknown, otherwise: string) => (typeof value === "string" && value !== "" ? value : otherwise);
  if (!isObject(error)) return new ApiFailure({ code: "unknown", message: String(error), hint: "" });
  const data = isObject(error["data"]) ? error["data"] : {};
  return new ApiFailure({
    code: text(data["code"], String(error["code"] ?? "unknown")),
    message: text(data["message"], text(error["message"], "unknown")),
    hint: text(data["hint"], ""),
  });
}
