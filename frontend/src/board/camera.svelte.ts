/** The eye over one board: one setter, at most one step in each frame, and on whole pixels at rest. */
import type { Point, Rect } from "./geometry";
import { farBelow, fitted, lookingAt, panned, revealing, snapped, zoomed, type Size, type Viewport } from "./viewport";

const restAfter = 120;

export class Camera {
  view = $state.raw<Viewport>({ x: 24, y: 24, z: 1 });
  size = $state.raw<Size>({ w: 1200, h: 700 });
  /** Whether the surface has said how large it is. */
  measured = $state(false);
  readonly far = $derived(this.view.z < farBelow);
  private next: Viewport | undefined;
  private frame = 0;
  private rest = 0;

  /** Where the eye will be after this frame. */
  get goal(): Viewport {
    return this.next ?? this.view;
  }

  set(view: Viewport): void {
    this.next = view;
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.step());
  }
  /** Looks somewhere at once: where the eye begins. */
  place(view: Viewport): void {
    this.next = undefined;
    this.view = view;
  }
  pan(dx: number, dy: number): void {
    this.set(panned(this.goal, dx, dy));
  }
  zoom(at: Point, factor: number): void {
    this.set(zoomed(this.goal, at, factor));
  }
  fit(bounds: Rect): void {
    this.set(fitted(bounds, this.size));
  }
  lookAt(point: Point, z: number): void {
    this.set(lookingAt(point, z, this.size));
  }
  reveal(rect: Rect): void {
    this.set(revealing(this.goal, rect, this.size));
  }
  /** Goes where a wheel says: with Ctrl nearer or further at a point of the screen, with Shift sideways. */
  wheel(event: WheelEvent, at: Point): void {
    const unit = event.deltaMode === 1 ? 16 : 1;
    if (event.ctrlKey || event.metaKey) this.zoom(at, Math.exp(-event.deltaY * unit * 0.0025));
    else if (event.shiftKey && event.deltaX === 0) this.pan(-event.deltaY * unit, 0);
    else this.pan(-event.deltaX * unit, -event.deltaY * unit);
  }
  /** Knows how large an element is from now on; answers how to end that. */
  watch(el: HTMLElement): () => void {
    const measure = () => {
      if (el.clientWidth > 0) this.size = { w: el.clientWidth, h: el.clientHeight };
      this.measured = true;
    };
    measure();
    const sizes = typeof ResizeObserver === "undefined" ? undefined : new ResizeObserver(measure);
    sizes?.observe(el);
    return () => sizes?.disconnect();
  }
  stop(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.rest);
  }

  private step(): void {
    this.frame = 0;
    if (this.next) this.view = this.next;
    this.next = undefined;
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => {
      const still = snapped(this.view, window.devicePixelRatio || 1);
      if (!this.next && (still.x !== this.view.x || still.y !== this.view.y)) this.view = still;
    }, restAfter);
  }
}
