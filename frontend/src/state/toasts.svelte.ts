/** Short messages at the edge: what happened, what to do. They go by themselves after six seconds, unless held. */
import type { Failure, Severity } from "../api/types";

export interface Toast extends Failure {
  id: number;
  severity: Severity;
}

const lifetime = 6_000;

export class Toasts {
  list = $state<Toast[]>([]);
  private next = 1;
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();

  show(failure: Failure, severity: Severity): void {
    this.list = this.list.filter((toast) => toast.code !== failure.code || toast.message !== failure.message).slice(-2);
    // Field by field: the message of an Error is not enumerable and a spread would lose it.
    const { code, message, hint } = failure;
    const toast = { code, message, hint, severity, id: this.next++ };
    this.list.push(toast);
    this.release(toast.id);
  }

  dismiss(id: number): void {
    this.hold(id);
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** Keeps a message while it is being read. */
  hold(id: number): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
  }

  release(id: number): void {
    this.hold(id);
    this.timers.set(
      id,
      setTimeout(() => this.dismiss(id), lifetime),
    );
  }
}
